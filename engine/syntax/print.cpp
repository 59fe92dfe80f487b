// Files as text: a clause a line, two spaces deep, a blank line between blocks. Short declarations
// of one kind stand together. A comment stands above the line that it precedes.
#include "syntax/print.hpp"

#include "syntax/print_declarations.hpp"
#include "syntax/print_value.hpp"

namespace leps::inline syntax {
namespace {

using syntax::Line;

/// Puts blocks below each other, with the comments between their lines.
class FilePrinter {
 public:
  explicit FilePrinter(const std::vector<ast::Comment>& comments) : comments_(comments) {}

  void block(const std::vector<Line>& lines, bool after_blank_line) {
    const bool commented = next_ < comments_.size() && !lines.empty() &&
                           comments_[next_].span.begin < lines.front().at;
    if (!out_.empty() && (after_blank_line || commented)) out_ += '\n';
    for (const Line& line : lines) {
      const std::string margin(2 * line.depth, ' ');
      while (next_ < comments_.size() && comments_[next_].span.begin < line.at) comment(margin);
      out_ += margin + line.text + '\n';
    }
  }
  std::string finish() {
    if (next_ < comments_.size() && !out_.empty()) out_ += '\n';
    while (next_ < comments_.size()) comment("");
    return std::move(out_);
  }

 private:
  void comment(const std::string& margin) {
    out_ += margin + "/*" + comments_[next_++].text + "*/\n";
  }

  const std::vector<ast::Comment>& comments_;
  std::size_t next_ = 0;
  std::string out_;
};

/// Whether blocks of the kind stand together, without a blank line between them.
bool stands_together(const ast::Declaration& declaration) {
  struct Answer {
    bool operator()(const ast::SourceDecl&) const { return true; }
    bool operator()(const ast::UnitsDecl&) const { return true; }
    bool operator()(const ast::CategoryDecl&) const { return true; }
    bool operator()(const ast::DatumDecl&) const { return true; }
    bool operator()(const ast::ParameterDecl&) const { return true; }
    bool operator()(const ast::ComputedDecl&) const { return false; }
    bool operator()(const ast::RuleDecl&) const { return false; }
    bool operator()(const ast::OrderingDecl&) const { return false; }
    bool operator()(const ast::ExampleDecl&) const { return false; }
    bool operator()(const ast::TableDecl&) const { return false; }
    bool operator()(const ast::GroupDecl&) const { return true; }
    bool operator()(const ast::CheckDecl&) const { return false; }
    bool operator()(const ast::ParameterAmendment&) const { return true; }
    bool operator()(const ast::RequirementAmendment&) const { return false; }
    bool operator()(const ast::RuleAmendment&) const { return false; }
    bool operator()(const ast::Ending&) const { return false; }
    bool operator()(const ast::AreaDecl&) const { return true; }
  };
  return std::visit(Answer{}, declaration);
}

}  // namespace

std::string print(const ast::Program& program, const ast::File& file, Language language) {
  FilePrinter printer(file.comments);
  if (!file.package.text.empty()) {
    printer.block(syntax::package_lines(program, file, language), false);
  }
  const ast::Declaration* before = nullptr;
  for (const ast::Declaration& declaration : file.declarations) {
    const bool together =
        before != nullptr && before->index() == declaration.index() && stands_together(declaration);
    printer.block(syntax::declaration_lines(program, declaration, language), !together);
    before = &declaration;
  }
  return printer.finish();
}

std::string print(const ast::Program& program, const ast::Declaration& declaration,
                  Language language) {
  std::string text;
  for (const Line& line : syntax::declaration_lines(program, declaration, language)) {
    text += std::string(2 * line.depth, ' ') + line.text + '\n';
  }
  return text;
}

}  // namespace leps::inline syntax
