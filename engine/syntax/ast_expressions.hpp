// The AST of expressions, and of the names, numbers and units that they are made of.
#pragma once

#include "base/id.hpp"
#include "base/period.hpp"
#include "base/rational.hpp"
#include "base/term.hpp"
#include "base/verdict.hpp"
#include "base/year_day.hpp"
#include "diagnostics/diagnostic.hpp"
#include "source/span.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace leps::inline syntax::ast {

/// A name as written: letters, digits, `_`; dotted only for packs.
struct Identifier {
  std::string text;
  Span span;
};

/// The text between quotes, without them; for `urn` and `url`, the bare address.
struct Quoted {
  std::string text;
  Span span;
};

/// A unit as written: `FTE/abitanti` is {FTE, 1}, {abitanti, -1}.
struct UnitText {
  struct Factor {
    Identifier symbol;
    int exponent = 1;
  };
  std::vector<Factor> factors;
  Span span;
};

using ExprId = Id<struct AstExprTag>;

enum class NumberForm { plain, percent, fraction };

/// `5.000`, `17,5 ore/settimana`, `90%`, `9/10`, `1/5.000 FTE`.
struct Number {
  NumberForm form = NumberForm::plain;
  std::string digits;  // neutral: `5000`, `17.50`, `90` of 90%, `1/5000`; as parse_rational reads
  Rational value;      // 90% is 9/10
  std::optional<UnitText> unit;
  Span span;
};

/// `1 FTE ogni 5.000 abitanti`: the exact ratio of two numbers with units.
struct Ratio {
  Number counted, served;
};

struct TruthLiteral {
  bool value = false;
};

/// A datum, a parameter, a computed amount, or a word of a `uno di`.
struct Name {
  std::string text;
};

enum class UnaryOp { negate, logical_not };
struct Unary {
  UnaryOp op;
  ExprId operand;
};

enum class BinaryOp {
  add,
  subtract,
  multiply,
  divide,
  of,  // `r di x` is r * x
  at_least,
  at_most,
  more_than,
  less_than,
  equal_to,
  different_from,
  logical_and,
  logical_or
};
struct Binary {
  BinaryOp op;
  ExprId left, right;
  Span op_span;
  std::optional<Span> or_fraction = {};  // of `r di x o frazione`: those two words
};

enum class Function {
  minimum,  // min(a; b)
  maximum,
  start,            // inizio(p): the first day of a period
  finish,           // fine(p): its last day; `mai` while it lasts
  days_in_year,     // giorni_nell_anno(p): days of the data year in the period
  share_of_year,    // parte_dell_anno(p), by days
  share_of_months,  // parte_dell_anno_a_mesi(p), by whole months
  uncovered_days,   // giorni_scoperti(p): days of the data year outside the period
  unite,            // unione(a; b)
  intersect,        // intersezione(a; b)
  complement,       // complemento(a)
  hours_in_week,    // ore_settimana(a)
  hours_in_year,    // ore_anno(a)
  days_in_week,     // giorni_settimana(a)
  uncovered_week,   // ore_scoperte_settimana(a)
  uncovered_year,   // ore_scoperte_anno(a)
  previous_year,    // anno_precedente(x): the same datum a year before
  rounded_up,       // per_eccesso(x)
  rounded_down      // per_difetto(x)
};
struct Call {
  Function function;
  std::vector<ExprId> arguments;  // one or more
};

/// `1 gennaio 2021`, `2021-01-01`
struct DayLiteral {
  Day day{};
};
/// `31 marzo dell'anno`
struct YearDayLiteral {
  YearDay day;
};
/// `mai`: known not to have happened; later than every day.
struct Never {};
/// `data_di_rilevazione`
struct SurveyDay {};
/// `"…"` where a value is meant: a text, or a timetable where one is needed.
struct TextLiteral {
  std::string text;
};

/// `o.ore`: a field of the row that `o` stands for.
struct Field {
  Identifier row, field;
};

enum class Aggregation {
  count,           // conta(x in l dove …)
  sum,             // somma(e per ogni x in l dove …)
  mean,            // media(…)
  minimum,         // minimo(…)
  maximum,         // massimo(…)
  percentage,      // percentuale(x in l dove …)
  uncovered_days,  // giorni_scoperti(p per ogni x in l dove …): days that no row's period covers
  for_every,       // per ogni x in l dove …: c
  exists           // esiste x in l dove …: c
};
struct Aggregate {
  Aggregation kind = Aggregation::count;
  Identifier row, table;
  std::optional<ExprId> body;   // of all but count and percentage; optional in `esiste … dove`
  std::optional<ExprId> where;  // `dove`
};

/// `x entro 30 giorni lavorativi da d`; `x entro 31 marzo dell'anno`.
struct Within {
  ExprId what;
  std::optional<ExprId> length;  // none: by a day
  TermUnit unit = TermUnit::days;
  ExprId from;  // the day from which it runs, or that by which
  Span word_span;
};

/// `x tra a e b`
struct Between {
  ExprId what, low, high;
  Span word_span;
};

/// `v fra p, q`
struct OneAmong {
  ExprId what;
  std::vector<ExprId> items;  // one or more
  Span word_span;
};

/// `almeno 2 fra a, b, c`, and every other comparison.
struct CountAmong {
  BinaryOp op;
  ExprId number;
  std::vector<ExprId> items;  // one or more
  Span op_span;
};

/// `a scaglioni di x: fino a 10.000 euro vale 0%; oltre vale 10%`
struct Bands {
  ExprId of;
  struct Band {
    ExprId limit, rate;
  };
  std::vector<Band> bands;
  ExprId beyond;  // the rate of what is over the last limit
};

/// `tasso[f.fascia]`: of a parameter that has a value for each word.
struct Lookup {
  ExprId parameter;  // a Name
  ExprId word;
};

/// `somma(x; anni 2)`: over this year and the one before. `media(x; anni 3)`: over those of the
/// last three that the data hold.
struct OverYears {
  bool mean = false;  // else the sum
  ExprId datum;       // a Name
  int years = 0;
  Span years_span;
};

/// `totale(x; g)`: over the members of the Ambito's group.
struct GroupTotal {
  ExprId amount;
  Identifier group;
};

/// `membri(g)`: how many Ambiti make up the group, this one among them.
struct GroupSize {
  Identifier group;
};

/// `se condition allora yes altrimenti no`
struct Conditional {
  ExprId condition, yes, no;
};

using Node =
    std::variant<Number, Ratio, TruthLiteral, Name, Unary, Binary, Call, Conditional, DayLiteral,
                 Never, SurveyDay, TextLiteral, YearDayLiteral, Within, Field, Aggregate, OverYears,
                 GroupTotal, GroupSize, Between, OneAmong, CountAmong, Bands, Lookup>;

struct Expr {
  Node node;
  Span span;  // the whole expression, without surrounding parentheses
  bool in_parentheses = false;
};

}  // namespace leps::inline syntax::ast
