#include "json/json_diagnostics.hpp"

namespace leps::inline json {
namespace {

void write(JsonWriter& json, const Text& text) {
  json.object([&] {
    json.field("it", text.it);
    json.field("en", text.en);
  });
}

void position(JsonWriter& json, std::string_view name, std::size_t position) {
  json.key(name);
  position == 0 ? json.value(nullptr) : json.value(position);
}

}  // namespace

Finding finding_of(const Diagnostic& diagnostic, const SourceMap* sources) {
  Finding finding{name(diagnostic.code), severity(diagnostic.code), diagnostic.path, 0, 0,
                  &diagnostic.message,   &diagnostic.hints};
  if (diagnostic.where && sources && diagnostic.where->source.index < sources->size()) {
    const LineColumn place = sources->line_column(*diagnostic.where);
    finding.file = sources->name(diagnostic.where->source);
    finding.line = place.line;
    finding.column = place.column;
  }
  if (const auto& with = diagnostic.replacement; with && sources) {
    const auto [source, begin, end] = with->where;
    finding.replacement = {sources->name(source), sources->line_column(source, begin),
                           sources->line_column(source, end), with->text, with->certain};
  }
  return finding;
}

namespace {

void write(JsonWriter& json, const Finding::Replacement& replacement) {
  json.object([&] {
    json.field("file", replacement.file);
    json.field("line", replacement.begin.line);
    json.field("column", replacement.begin.column);
    json.field("end_line", replacement.end.line);
    json.field("end_column", replacement.end.column);
    json.field("text", replacement.text);
    json.field("certain", replacement.certain);
  });
}

}  // namespace

void write(JsonWriter& json, const Finding& finding) {
  json.object([&] {
    json.field("code", finding.code);
    json.field("severity", to_string(finding.severity));
    json.key("file");
    finding.file.empty() ? json.value(nullptr) : json.value(finding.file);
    position(json, "line", finding.line);
    position(json, "column", finding.column);
    json.key("message");
    write(json, *finding.message);
    json.array("hints", *finding.hints, [&](const Text& hint) { write(json, hint); });
    json.key("replacement");
    finding.replacement ? write(json, *finding.replacement) : json.value(nullptr);
  });
}

std::string write_json(const std::vector<Finding>& findings) {
  std::string text;
  JsonWriter json(text);
  json.begin_array();
  for (const Finding& finding : findings) write(json, finding);
  json.end_array();
  text += '\n';
  return text;
}

}  // namespace leps::inline json
