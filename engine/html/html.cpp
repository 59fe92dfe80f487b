#include "html/html.hpp"

#include "words/format.hpp"

#include <algorithm>
#include <array>

namespace leps::html {
namespace {

bool is_one_of(std::string_view tag, std::initializer_list<std::string_view> tags) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

bool is_void(std::string_view tag) { return is_one_of(tag, {"meta", "br", "hr", "link", "img"}); }

// A line of its own: golden files and `diff` stay readable, and the page looks the same.
bool is_block(std::string_view tag) {
  return is_one_of(
      tag,
      {"html",  "head",  "body",  "main",   "header",  "footer", "section",   "article", "nav",
       "div",   "p",     "h1",    "h2",     "h3",      "h4",     "ul",        "ol",      "li",
       "dl",    "dt",    "dd",    "table",  "caption", "thead",  "tbody",     "tr",      "meta",
       "title", "style", "aside", "symbol", "pattern", "figure", "figcaption"});
}

// `<div/>` opens a div that HTML never closes: elements that are not void get an end tag, by
// holding an empty text. SVG knows `<rect/>`.
void make_readable_as_html(Node node, bool in_svg) {
  for (Node child = node.first_child(); child; child = child.next_sibling()) {
    if (child.type() != pugi::node_element) continue;
    const std::string_view tag = child.name();
    const bool svg = in_svg || tag == "svg";
    make_readable_as_html(child, svg);
    if (!svg && !child.first_child() && !is_void(tag)) child.append_child(pugi::node_pcdata);
    if (is_block(tag)) {
      node.insert_child_before(pugi::node_pcdata, child).set_value("\n");
    }
  }
}

struct Into : pugi::xml_writer {
  std::string text;
  void write(const void* data, std::size_t size) override {
    text.append(static_cast<const char*>(data), size);
  }
};

std::string percent_of(int per_mille) {
  return std::to_string(per_mille / 10) + "." + std::to_string(per_mille % 10) + "%";
}

Node rect(Node svg, int from, int to, const char* css_class) {
  Node node = add(svg, "rect", css_class);
  attribute(node, "x", percent_of(from));
  attribute(node, "y", "0");
  attribute(node, "width", percent_of(to - from));
  attribute(node, "height", "100%");
  return node;
}

Node bar_frame(Node parent, const char* css_class, std::string_view label) {
  Node svg = add(parent, "svg", css_class);
  attribute(svg, "role", "img");
  attribute(svg, "aria-label", label);
  attribute(svg, "width", "100%");
  attribute(svg, "height", "16");
  return svg;
}

struct Stroke {
  const char* tag;
  std::initializer_list<std::pair<const char*, const char*>> attributes;
};

void symbol(Node defs, Verdict verdict, std::initializer_list<Stroke> strokes) {
  Node node = add(defs, "symbol");
  attribute(node, "id", "forma-" + std::string(to_string(verdict)));
  attribute(node, "viewBox", "0 0 24 24");
  for (const Stroke& stroke : strokes) {
    Node child = add(node, stroke.tag);
    for (const auto& [name, value] : stroke.attributes) attribute(child, name, value);
  }
}

}  // namespace

Node add(Node parent, const char* tag, const char* css_class) {
  Node node = parent.append_child(tag);
  if (css_class) node.append_attribute("class").set_value(css_class);
  return node;
}

Node add_text(Node parent, const char* tag, std::string_view text_there, const char* css_class) {
  Node node = add(parent, tag, css_class);
  text(node, text_there);
  return node;
}

void add_items(Node parent, const std::vector<std::string>& items) {
  Node list = add(parent, "ul", "righe");
  for (const std::string& each : items) add_text(list, "li", each);
}

std::string verdict_class(Verdict verdict, std::string_view before) {
  std::string text(before);
  if (!text.empty()) text += ' ';
  return text + "v-" + std::string(to_string(verdict));
}

void text(Node parent, std::string_view text_there) {
  parent.append_child(pugi::node_pcdata).set_value(std::string(text_there).c_str());
}

void attribute(Node node, const char* name, std::string_view value) {
  node.append_attribute(name).set_value(std::string(value).c_str());
}

void link_out(Node parent, const std::string& address, std::string_view text_there,
              const char* css_class) {
  Node node = add_text(parent, "a", text_there, css_class);
  attribute(node, "href", address);
  attribute(node, "rel", "noopener noreferrer");
}

void link_in(Node parent, const std::string& id, std::string_view text_there) {
  attribute(add_text(parent, "a", text_there), "href", "#" + id);
}

void verdict_shape(Node parent, Verdict verdict) {
  Node svg = add(parent, "svg", "forma");
  attribute(svg, "aria-hidden", "true");
  attribute(svg, "width", "24");
  attribute(svg, "height", "24");
  attribute(svg, "viewBox", "0 0 24 24");
  attribute(add(svg, "use"), "href", "#forma-" + std::string(to_string(verdict)));
}

void shape_definitions(Node body) {
  Node svg = add(body, "svg", "definizioni");
  attribute(svg, "aria-hidden", "true");
  attribute(svg, "width", "0");
  attribute(svg, "height", "0");
  Node defs = add(svg, "defs");

  // What may be there: hatched, so that it is told apart in black and white too.
  Node pattern = add(defs, "pattern");
  for (const auto& [name, value] : std::initializer_list<std::pair<const char*, const char*>>{
           {"id", "tratteggio"},
           {"width", "7"},
           {"height", "7"},
           {"patternUnits", "userSpaceOnUse"},
           {"patternTransform", "rotate(45)"}}) {
    attribute(pattern, name, value);
  }
  Node ground = add(pattern, "rect", "tratteggio-fondo");
  attribute(ground, "width", "7");
  attribute(ground, "height", "7");
  Node line = add(pattern, "rect", "tratteggio-riga");
  attribute(line, "width", "3");
  attribute(line, "height", "7");

  symbol(defs, Verdict::soddisfatto,
         {{"circle", {{"cx", "12"}, {"cy", "12"}, {"r", "11"}, {"fill", "currentColor"}}},
          {"path",
           {{"d", "M6.5 12.5l3.8 3.8 7.4-8"},
            {"fill", "none"},
            {"stroke", "#fff"},
            {"stroke-width", "2.6"},
            {"stroke-linecap", "round"},
            {"stroke-linejoin", "round"}}}});
  symbol(defs, Verdict::parziale,
         {{"circle",
           {{"cx", "12"},
            {"cy", "12"},
            {"r", "10"},
            {"fill", "#fff"},
            {"stroke", "currentColor"},
            {"stroke-width", "2"}}},
          {"path", {{"d", "M12 2a10 10 0 0 0 0 20z"}, {"fill", "currentColor"}}}});
  symbol(
      defs, Verdict::non_soddisfatto,
      {{"path", {{"d", "M7.4 1h9.2L23 7.4v9.2L16.6 23H7.4L1 16.6V7.4z"}, {"fill", "currentColor"}}},
       {"path",
        {{"d", "M8 8l8 8M16 8l-8 8"},
         {"fill", "none"},
         {"stroke", "#fff"},
         {"stroke-width", "2.6"},
         {"stroke-linecap", "round"}}}});
  symbol(defs, Verdict::non_valutabile,
         {{"circle",
           {{"cx", "12"},
            {"cy", "12"},
            {"r", "10"},
            {"fill", "#fff"},
            {"stroke", "currentColor"},
            {"stroke-width", "2"},
            {"stroke-dasharray", "4.2 2.08"}}},
          {"path",
           {{"d", "M9 9.6a3 3 0 1 1 4.4 2.6c-1 .55-1.4 1-1.4 2.1"},
            {"fill", "none"},
            {"stroke", "currentColor"},
            {"stroke-width", "2.2"},
            {"stroke-linecap", "round"}}},
          {"circle", {{"cx", "12"}, {"cy", "17.6"}, {"r", "1.4"}, {"fill", "currentColor"}}}});
  symbol(defs, Verdict::non_applicabile,
         {{"circle",
           {{"cx", "12"},
            {"cy", "12"},
            {"r", "10"},
            {"fill", "#fff"},
            {"stroke", "currentColor"},
            {"stroke-width", "2"}}},
          {"path",
           {{"d", "M7.5 12h9"},
            {"stroke", "currentColor"},
            {"stroke-width", "2.2"},
            {"stroke-linecap", "round"}}}});
  symbol(defs, Verdict::non_vigente,
         {{"circle",
           {{"cx", "12"},
            {"cy", "12"},
            {"r", "10"},
            {"fill", "#fff"},
            {"stroke", "currentColor"},
            {"stroke-width", "2"},
            {"stroke-dasharray", "1.6 2.3"}}},
          {"path",
           {{"d", "M12 6.5V12l3.6 2.4"},
            {"fill", "none"},
            {"stroke", "currentColor"},
            {"stroke-width", "2"},
            {"stroke-linecap", "round"},
            {"stroke-linejoin", "round"}}}});
}

void gap_bar(Node parent, const Interval& lacking, std::string_view label) {
  const int least = lacking.lo.finite() ? per_mille(lacking.lo.value()) : 0;
  const int most = lacking.hi.finite() ? per_mille(lacking.hi.value()) : 1000;
  const int certain = 1000 - most, possible = 1000 - least;
  Node svg = bar_frame(parent, "barra", label);
  rect(svg, 0, 1000, "vuoto");
  if (certain > 0) rect(svg, 0, certain, "pieno");
  if (possible > certain) {
    attribute(rect(svg, certain, possible, "forse"), "fill", "url(#tratteggio)");
  }
  rect(svg, 0, 1000, "bordo");
}

void add_head(Node document, std::string_view title, std::string_view generator,
              std::string_view description, std::string_view style) {
  Node head = add(document, "head");
  attribute(add(head, "meta"), "charset", "utf-8");
  const auto meta = [&](const char* kind, std::string_view name, std::string_view content) {
    Node node = add(head, "meta");
    attribute(node, kind, name);
    attribute(node, "content", content);
  };
  meta("name", "viewport", "width=device-width, initial-scale=1");
  // Even if markup got in, nothing would run or be fetched.
  meta("http-equiv", "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
  meta("name", "generator", generator);
  meta("name", "description", description);
  add_text(head, "title", title);
  add_text(head, "style", style);
}

std::string serialize(pugi::xml_document& document) {
  make_readable_as_html(document.child("html"), false);
  Into into;
  document.child("html").print(into, "", pugi::format_raw | pugi::format_no_declaration,
                               pugi::encoding_utf8);
  return "<!DOCTYPE html>\n" + into.text + "\n";
}

}  // namespace leps::html
