#include "cli/findings.hpp"

#include "json/json_writer.hpp"

#include <iterator>
#include <utility>

namespace leps::cli {
namespace {

JsonMembers place(Span where, const SourceMap& sources) {
  const LineColumn at = sources.line_column(where);
  return {{"file", json_text(sources.name(where.source))},
          {"line", {std::to_string(at.line)}},
          {"column", {std::to_string(at.column)}}};
}

/// Of what is about a file as such, or about no file.
JsonMembers place(const std::string& path) {
  const Json null{"null"};
  return {{"file", path.empty() ? null : json_text(path)}, {"line", null}, {"column", null}};
}

void append(JsonMembers& members, JsonMembers more) {
  std::move(more.begin(), more.end(), std::back_inserter(members));
}

Json to_json(const std::optional<Replacement>& with, const SourceMap& sources) {
  if (!with) return {"null"};
  const LineColumn end = sources.line_column(with->where.source, with->where.end);
  return placed(with->where, sources,
                {{"end_line", {std::to_string(end.line)}},
                 {"end_column", {std::to_string(end.column)}},
                 {"text", json_text(with->text)},
                 {"certain", json_truth(with->certain)}});
}

}  // namespace

Json json_text(std::string_view text) {
  std::string written;
  JsonWriter(written).value(text);
  return {std::move(written)};
}

Json json_truth(bool truth) { return {truth ? "true" : "false"}; }

Json json_list(const std::vector<Json>& elements) {
  std::string written = "[";
  for (const Json& element : elements) {
    written += (written.size() == 1 ? "\n" : ",\n") + element.written;
  }
  return {written + (elements.empty() ? "]" : "\n]")};
}

Json json_object(const JsonMembers& members) {
  std::string written = "{";
  for (const auto& [key, value] : members) {
    written += (written.size() == 1 ? "" : ", ") + json_text(key).written + ": " + value.written;
  }
  return {written + "}"};
}

Json to_json(const Text& text) {
  return json_object({{"it", json_text(text.it)}, {"en", json_text(text.en)}});
}

Json placed(Span where, const SourceMap& sources, JsonMembers rest) {
  JsonMembers members = place(where, sources);
  append(members, std::move(rest));
  return json_object(members);
}

Json to_json(const Diagnostic& diagnostic, const SourceMap& sources) {
  std::vector<Json> labels, hints;
  for (const Diagnostic::Label& label : diagnostic.labels) {
    labels.push_back(placed(label.where, sources, {{"text", to_json(label.text)}}));
  }
  for (const Text& hint : diagnostic.hints) hints.push_back(to_json(hint));

  JsonMembers members = {{"code", json_text(name(diagnostic.code))},
                         {"severity", json_text(to_string(severity(diagnostic.code)))}};
  append(members, diagnostic.where ? place(*diagnostic.where, sources) : place(diagnostic.path));
  append(members, {{"message", to_json(diagnostic.message)},
                   {"labels", json_list(labels)},
                   {"hints", json_list(hints)},
                   {"replacement", to_json(diagnostic.replacement, sources)}});
  return json_object(members);
}

}  // namespace leps::cli
