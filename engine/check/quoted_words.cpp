#include "check/quoted_words.hpp"

#include "base/nearest.hpp"
#include "check/words.hpp"

#include <algorithm>

namespace leps::inline checking {
namespace {

Instead unquoted(const std::string& word, bool only) {
  return {Text("scrivi " + word + " senza virgolette", "write " + word + " without quotes"), word,
          only};
}

Instead word_without_quotes(const std::string& text, const std::vector<std::string>& words) {
  if (std::find(words.begin(), words.end(), text) != words.end()) return unquoted(text, true);
  if (const auto near = nearest(text, words)) return unquoted(*near, false);
  std::string all;
  for (const std::string& each : words) all += (all.empty() ? "" : ", ") + each;
  return Text("scrivi una di queste parole, senza virgolette: " + all,
              "write one of these words, without quotes: " + all);
}

}  // namespace

std::optional<Instead> without_quotes(const Context& context, const std::string& text,
                                      const Type& wanted) {
  if (const auto* word = std::get_if<WordOf>(&wanted)) {
    return word_without_quotes(text, context.resolved.choice_types[word->list]);
  }
  const bool single = !std::holds_alternative<RowsOf>(wanted) && !text.empty();
  if (!single || text.find('"') != std::string::npos) return std::nullopt;
  return Instead(
      Text("qui le virgolette non servono: " + text, "no quotes are needed here: " + text), text);
}

void hint_at_quotes(const Context& context, Diagnostic& found, typed::ExprId left,
                    typed::ExprId right) {
  for (const auto& [text, other] : {std::pair(left, right), std::pair(right, left)}) {
    const auto* quoted = std::get_if<typed::TextConstant>(&context.typed.exprs[text].node);
    if (quoted) {
      const auto hint = without_quotes(context, quoted->text, context.type_of(other));
      if (hint) suggest(found, context.span_of(text), *hint);
      return;
    }
    const auto* word = std::get_if<typed::WordConstant>(&context.typed.exprs[other].node);
    if (!word || !std::holds_alternative<TextOf>(context.type_of(text))) continue;
    const std::string written =
        '"' + context.resolved.choice_types[word->word.type][word->word.value] + '"';
    suggest(found, context.span_of(other),
            {Text("un testo sta fra virgolette: " + written,
                  "a text stands between quotes: " + written),
             written});
    return;
  }
}

}  // namespace leps::inline checking
