#include "resolve/row_names.hpp"

#include "resolve/instead.hpp"

#include <algorithm>

namespace leps::inline resolving {

namespace {

bool breaks_off(Span where, const Resolved& resolved) {
  return std::any_of(resolved.program->files.begin(), resolved.program->files.end(),
                     [&](const ast::File& file) {
                       return file.source == where.source &&
                              std::find(file.cut_short.begin(), file.cut_short.end(), where.end) !=
                                  file.cut_short.end();
                     });
}

}  // namespace

const RowName* find_row(const std::vector<RowName>& rows, std::string_view name) {
  const auto row = std::find_if(rows.rbegin(), rows.rend(),
                                [&](const RowName& each) { return each.name == name; });
  return row == rows.rend() ? nullptr : &*row;
}

bool report_half_of_a_field(const ast::Identifier& name, const std::vector<RowName>& rows,
                            const FoundNames& names, const Resolved& resolved, DiagnosticBag& bag) {
  if (const RowName* itself = find_row(rows, name.text)) {
    if (breaks_off(name.span, resolved)) return true;  // `c'posti` has its message
    bag.report(Code::row_without_field, name.span, {name.text})
        .label(itself->where, Text("sta per una riga dell'elenco", "it stands for a row"))
        .hint(Text("scrivi quale campo: '" + name.text + ".campo'",
                   "write which field: '" + name.text + ".field'"));
    return true;
  }
  if (names.is_value(name.text)) return false;
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
    if (!row->table || !names.has_field(*row->table, name.text)) continue;
    const std::string& owner = resolved.tables[*row->table].decl->name.text;
    const std::string whole = row->name + '.' + name.text;
    bag.report(
           Code::name_wrong_kind, name.span,
           {name.text,
            Text("un campo dell'elenco '" + owner + "'", "a field of the table '" + owner + "'"),
            Text("anche la riga di cui è il campo", "the row, too, that it is a field of")})
        .label(row->where, Text("la riga è questa", "this is the row"))
        .hint(Text("scrivi '" + whole + "'", "write '" + whole + "'"))
        .mend({name.span, whole});
    return true;
  }
  return false;
}

// Of two things with one name, a reader would not know which is meant.
void report_taken_row(const ast::Identifier& row, const std::vector<RowName>& outer,
                      const FoundNames& names, DiagnosticBag& bag) {
  const auto same = std::find_if(outer.begin(), outer.end(),
                                 [&](const RowName& each) { return each.name == row.text; });
  if (same != outer.end()) {
    bag.report(Code::name_declared_twice, row.span,
               {row.text, Text("il nome di una riga", "the name of a row")})
        .label(same->where, Text("il primo è qui", "the first is here"));
    return;
  }
  const auto other = names.other_meaning(row.text);
  if (!other) return;
  Diagnostic& taken = bag.report(Code::name_declared_twice, row.span, {row.text, one(other->kind)});
  if (other->where) taken.label(*other->where, Text("è dichiarato qui", "it is declared here"));
  taken.hint(Text("dai alla riga un altro nome", "give the row another name"));
}

void report_lever_of_no_row(const ast::Lever& lever, const ast::Expr& condition,
                            DiagnosticBag& bag) {
  const Span row = lever.row->span;
  const Span where{row.source, row.begin, lever.datum.span.end};
  Diagnostic& found = bag.report(Code::lever_of_no_row, where);
  const auto* every = std::get_if<ast::Aggregate>(&condition.node);
  if (every && every->kind == ast::Aggregation::for_every && every->table.text == lever.row->text) {
    const std::string field = every->row.text + "." + lever.datum.text;
    suggest(found, where,
            {Text("il campo si scrive con il nome della riga: " + field,
                  "the field is written with the name of the row: " + field),
             field});
    return;
  }
  found.hint(format(
      {"il campo di una riga colma solo un requisito che è tutto un 'per ogni {0} in …'",
       "the field of a row closes only a requirement that is all of it a 'for every {0} in …'"},
      {lever.row->text}));
}

}  // namespace leps::inline resolving
