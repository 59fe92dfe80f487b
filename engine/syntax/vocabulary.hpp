// What the grammar needs at a place, in the words of whoever writes packs.
#pragma once

#include "diagnostics/diagnostic.hpp"

namespace leps::inline syntax {

inline const Text kPackageName{"il nome del pacchetto", "the name of the package"};
inline const Text kSourceName{"il nome di una fonte", "the name of a source"};
inline const Text kUnitName{"il nome di un'unità", "the name of a unit"};
inline const Text kCategoryName{"il nome di una categoria", "the name of a category"};
inline const Text kAreaName{"il nome di un'area", "the name of an area"};
inline const Text kDatumName{"il nome di un dato", "the name of a datum"};
inline const Text kParameterName{"il nome di un parametro", "the name of a parameter"};
inline const Text kComputedName{"il nome di un calcolo", "the name of a computed amount"};
inline const Text kRuleName{"il nome di una regola", "the name of a rule"};
inline const Text kRequirementName{"il nome di un requisito", "the name of a requirement"};
inline const Text kOrderingName{"il nome di un ordine", "the name of an order"};
inline const Text kTableName{"il nome di un elenco", "the name of a table"};
inline const Text kFieldName{"il nome di un campo", "the name of a field"};
inline const Text kGroupName{"il nome di un gruppo", "the name of a group"};
inline const Text kCheckName{"il nome di un controllo", "the name of a check"};
inline const Text kRowName{"un nome per la riga", "a name for the row"};
inline const Text kOrigin{"il nome di una fonte dei dati", "the name of a source of data"};
inline const Text kChoiceName{"una delle parole possibili", "one of the possible words"};
inline const Text kEntryName{"il nome di una regola, di un calcolo o di un controllo",
                             "the name of a rule, of a computed amount or of a check"};
inline const Text kNoValue{"perché non ha un valore", "why it has no value"};
inline const Text kQuoted{"un testo tra virgolette", "a text between quotes"};
inline const Text kUrn{"un indirizzo che comincia con urn:", "an address that begins with urn:"};
inline const Text kUrl{"un indirizzo che comincia con https://",
                       "an address that begins with https://"};
inline const Text kNumber{"un numero", "a number"};
inline const Text kYear{"un anno di quattro cifre", "a year of four digits"};
inline const Text kDay{"una data", "a date"};
inline const Text kDayValue{"una data", "a date"};  // where other values can stand, too
inline const Text kMonth{"il nome di un mese", "the name of a month"};
inline const Text kUnit{"un'unità", "a unit"};
inline const Text kType{
    "un'unità o un tipo (quota, numero, sì/no, uno di …, data, periodo, orario, testo)",
    "a unit or a type (share, number, yes/no, one of …, date, period, timetable, text)"};
inline const Text kTruth{"sì o no", "yes or no"};
inline const Text kOperator{"un operatore", "an operator"};
inline const Text kExpression{"un'espressione", "an expression"};
inline const Text kConfidence{"quanto è certo", "how sure it is"};
inline const Text kSeverity{"quanto è grave", "how serious it is"};
inline const Text kCriterion{"un criterio", "a criterion"};
inline const Text kVerdict{"un verdetto", "a verdict"};
inline const Text kColon{"':'", "':'"};
inline const Text kComma{"','", "','"};
inline const Text kSemicolon{"';'", "';'"};
inline const Text kEquals{"'='", "'='"};
inline const Text kOpen{"'('", "'('"};
inline const Text kClose{"')'", "')'"};
inline const Text kOpenRange{"'['", "'['"};
inline const Text kCloseRange{"']'", "']'"};
inline const Text kUnknownValue{"'?'", "'?'"};
inline const Text kHowManyYears{"un numero di anni", "a number of years"};
inline const Text kSlash{"'/'", "'/'"};
inline const Text kDot{"'.'", "'.'"};

inline const Text kNewBlock{"un nuovo blocco", "a new block"};

/// «questo file è in italiano», "a file in English".
inline Text name_of(Language language) {
  return language == Language::italian ? Text("italiano", "Italian") : Text("inglese", "English");
}

inline Text quoted(std::string_view words) { return {"'" + std::string(words) + "'"}; }

}  // namespace leps::inline syntax
