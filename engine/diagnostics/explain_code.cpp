// Reads the entries of explain/*.md. They are ours and a test reads every one, so there is nobody
// to tell of a mistake in them: what cannot be read is simply not there, and the test says so.
#include "diagnostics/explain_code.hpp"

#include "diagnostics/explain_texts.hpp"

namespace leps::inline diagnostics {
namespace {

constexpr std::size_t kMostArguments = 10;  // `{0}` to `{9}`

constexpr std::pair<Code, std::string_view> kNames[] = {
#define LEPS_CODE(id, name, severity, italian, english) {Code::id, name},
#include "diagnostics/codes.def"
#undef LEPS_CODE
};

/// The text of the room's file from below the entry's heading to the next.
std::string_view entry_of(std::string_view name) {
  const std::string_view room = name.substr(0, name.find('/'));
  for (const ExplainText& each : explain_texts()) {
    if (each.room != room) continue;
    const std::string heading = "## " + std::string(name) + "\n";
    const std::size_t at = each.text.find(heading);
    if (at == std::string_view::npos || (at > 0 && each.text[at - 1] != '\n')) return {};
    const std::string_view rest = each.text.substr(at + heading.size());
    return rest.substr(0, rest.find("\n## "));
  }
  return {};
}

/// Takes the next line from the front of a text.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

/// Adds a line of prose: lines of one paragraph join, an empty line begins the next.
void add_prose(std::string& to, std::string_view line, bool& new_paragraph) {
  if (line.empty()) {
    new_paragraph = true;
    return;
  }
  if (!to.empty()) to += new_paragraph ? "\n\n" : " ";
  to += line;
  new_paragraph = false;
}

}  // namespace

std::vector<std::string> code_names() {
  std::vector<std::string> names;
  for (const auto& [code, name] : kNames) names.emplace_back(name);
  return names;
}

std::optional<Text> code_sentence(std::string_view wanted) {
  for (const auto& [code, name] : kNames) {
    if (name == wanted) return format(code, std::vector<Text>(kMostArguments, Text("…")));
  }
  return std::nullopt;
}

std::optional<CodeExplanation> explain_code(std::string_view name) {
  std::string_view rest = entry_of(name);
  if (rest.empty()) return std::nullopt;
  CodeExplanation explanation;
  std::vector<CodeExample>* examples = nullptr;
  bool new_paragraph = false;
  while (!rest.empty()) {
    std::string_view line = take_line(rest);
    if (line == "No:" || line == "Sì:") {
      examples = line == "No:" ? &explanation.wrong : &explanation.right;
    } else if (line.starts_with("```") && examples) {
      CodeExample example{std::string(line.substr(3)), {}};
      while (!rest.empty() && (line = take_line(rest)) != "```") {
        example.text += std::string(line) + "\n";
      }
      examples->push_back(std::move(example));
    } else if (line.starts_with(">")) {
      line.remove_prefix(line.starts_with("> ") ? 2 : 1);
      add_prose(explanation.text.en, line, new_paragraph);
    } else {
      add_prose(explanation.text.it, line, new_paragraph);
    }
  }
  return explanation;
}

std::string_view base_of_examples() {
  for (const ExplainText& each : explain_texts()) {
    if (each.room == "base") return each.text;
  }
  return {};
}

}  // namespace leps::inline diagnostics
