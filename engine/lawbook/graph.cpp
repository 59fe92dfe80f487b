// What comes before what, drawn: a column for each step, the causes on the left. The pages say the
// same in words, so the drawing is for who sees it.
#include "lawbook/graph.hpp"

#include "lawbook/page.hpp"
#include "words/text.hpp"

#include <algorithm>
#include <map>
#include <sstream>

namespace leps::lawbook {
namespace {

using namespace html;  // NOLINT: pages are made of its words

constexpr int kBoxWidth = 198, kColumnWidth = 231, kLineHeight = 17, kPadding = 9, kGap = 14;
constexpr int kMargin = 4;
constexpr std::size_t kLetters = 23;  // in a line of a box

struct Box {
  RuleId rule;
  int column = 0;
  int x = 0, y = 0, height = 0;
  std::vector<std::string> lines;
};

class Drawing {
 public:
  Drawing(const Book& book, const std::vector<RuleId>& rules, std::optional<RuleId> current)
      : book_(book), current_(current) {
    for (const RuleId rule : rules) columns_[rule] = 0;
    // There are no circles, so the longest way to a rule is found in as many rounds as there are.
    for (std::size_t round = 0; round < columns_.size(); ++round) {
      for (auto& [rule, column] : columns_) {
        for (const RuleId before : drawn_before(rule)) {
          column = std::max(column, columns_[before] + 1);
        }
      }
    }
    place();
  }

  [[nodiscard]] bool has_edges() const {
    return std::any_of(columns_.begin(), columns_.end(),
                       [](const auto& each) { return each.second > 0; });
  }

  void draw(Node parent) const {
    const std::string width = std::to_string(width_), height = std::to_string(height_);
    Node svg = add(add(parent, "div", "scorre grafo"), "svg");
    attribute(svg, "role", "group");
    attribute(svg, "aria-label",
              book_.say("Che cosa viene prima di che cosa", "What comes before what"));
    attribute(svg, "width", width);
    attribute(svg, "height", height);
    attribute(svg, "viewBox", "0 0 " + width + " " + height);
    add_arrow_head(svg);
    for (const auto& [rule, box] : boxes_) {
      for (const RuleId before : drawn_before(rule)) arrow(svg, boxes_.at(before), box);
    }
    for (const auto& [rule, box] : boxes_) this->box(svg, box);
  }

 private:
  [[nodiscard]] std::vector<RuleId> drawn_before(RuleId rule) const {
    std::vector<RuleId> found;
    for (const RuleId before : book_.before[rule]) {
      if (columns_.contains(before)) found.push_back(before);
    }
    return found;
  }

  void place() {
    std::map<int, int> bottoms;
    for (const auto& [rule, column] : columns_) {
      Box box{rule, column, kMargin + column * kColumnWidth, 0, 0, {}};
      std::istringstream wrapped(wrap(book_.title(rule), kLetters));
      for (std::string line; std::getline(wrapped, line);) box.lines.push_back(line);
      box.height = 2 * kPadding + kLineHeight * static_cast<int>(box.lines.size());
      box.y = bottoms.try_emplace(column, kMargin).first->second;
      bottoms[column] = box.y + box.height + kGap;
      boxes_[rule] = std::move(box);
    }
    int tallest = 0, last = 0;
    for (const auto& [column, bottom] : bottoms) {
      tallest = std::max(tallest, bottom - kGap);
      last = std::max(last, column);
    }
    // Shorter columns stand in the middle.
    for (auto& [rule, box] : boxes_) box.y += (tallest - (bottoms[box.column] - kGap)) / 2;
    width_ = 2 * kMargin + last * kColumnWidth + kBoxWidth;
    height_ = tallest + kMargin;
  }

  static void add_arrow_head(Node svg) {
    Node marker = add(add(svg, "defs"), "marker");
    attribute(marker, "id", "punta");
    attribute(marker, "viewBox", "0 0 10 10");
    attribute(marker, "refX", "9");
    attribute(marker, "refY", "5");
    attribute(marker, "markerWidth", "8");
    attribute(marker, "markerHeight", "8");
    attribute(marker, "orient", "auto");
    attribute(add(marker, "path", "punta"), "d", "M0 0L10 5L0 10z");
  }

  static void arrow(Node svg, const Box& from, const Box& to) {
    const int x1 = from.x + kBoxWidth, y1 = from.y + from.height / 2;
    const int x2 = to.x - 2, y2 = to.y + to.height / 2, bend = (kColumnWidth - kBoxWidth) / 2;
    const auto at = [](int x, int y) { return std::to_string(x) + " " + std::to_string(y); };
    Node path = add(svg, "path", "freccia");
    attribute(
        path, "d",
        "M" + at(x1, y1) + "C" + at(x1 + bend, y1) + " " + at(x2 - bend, y2) + " " + at(x2, y2));
    attribute(path, "marker-end", "url(#punta)");
  }

  void box(Node svg, const Box& box) const {
    const bool own = current_ == box.rule;
    Node anchor = own ? add(svg, "g") : add(svg, "a");
    if (!own) attribute(anchor, "href", page_of(book_, box.rule));
    Node frame = add(anchor, "rect", own ? "scatola questa" : "scatola");
    attribute(frame, "x", std::to_string(box.x));
    attribute(frame, "y", std::to_string(box.y));
    attribute(frame, "width", std::to_string(kBoxWidth));
    attribute(frame, "height", std::to_string(box.height));
    attribute(frame, "rx", "3");
    Node words = add(anchor, "text", own ? "scritta questa" : "scritta");
    for (std::size_t i = 0; i < box.lines.size(); ++i) {
      const bool last = i + 1 == box.lines.size();
      Node line = add_text(words, "tspan", box.lines[i] + (last ? "" : " "));
      attribute(line, "x", std::to_string(box.x + kPadding + 2));
      attribute(line, "y",
                std::to_string(box.y + kPadding + kLineHeight * static_cast<int>(i + 1) - 4));
    }
  }

  const Book& book_;
  std::optional<RuleId> current_;
  std::map<RuleId, int> columns_;
  std::map<RuleId, Box> boxes_;
  int width_ = 0, height_ = 0;
};

}  // namespace

void add_graph(Node parent, const Book& book, const std::vector<RuleId>& rules,
               std::optional<RuleId> current) {
  const Drawing drawing(book, rules, current);
  if (drawing.has_edges()) drawing.draw(parent);
}

}  // namespace leps::lawbook
