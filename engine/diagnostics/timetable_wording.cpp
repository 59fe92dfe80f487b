#include "diagnostics/timetable_wording.hpp"

#include "base/nearest.hpp"

namespace leps::inline diagnostics {
namespace {

using Kind = TimetableMistake::Kind;

struct Row {
  Text message, hint;  // {0}: what was found, {1}: a limit or the day
};

// A switch over all of them: a new kind without words does not compile.
Row row(Kind kind) {
  switch (kind) {
    case Kind::too_long:
      return {{"il testo è troppo lungo: il limite è {1} byte",
               "the text is too long: the limit is {1} bytes"},
              {"riunisci i giorni con le stesse ore in una riga, come «lun-ven 09:00-17:00»",
               "put the days with the same hours on one line, such as “mon-fri 09:00-17:00”"}};
    case Kind::empty:
      return {{"non c'è scritto nulla", "nothing is written"},
              {"scrivi giorni e ore, come «lun-ven 09:00-17:00», oppure «tutti chiuso»",
               "write days and hours, such as “mon-fri 09:00-17:00”, or “all closed”"}};
    case Kind::empty_line:
      return {{"c'è un «;» senza giorni e ore prima", "a “;” has no days and hours before it"},
              {"un «;» separa due righe: togli quello in più",
               "a “;” separates two lines: leave out the extra one"}};
    case Kind::day_expected:
      return {{"qui serve un giorno, trovato {0}", "a day is expected here, found {0}"},
              {"comincia dai giorni: «lun-ven 09:00-17:00», «tutti h24», «festivi chiuso»",
               "begin with the days: “mon-fri 09:00-17:00”, “all h24”, “holidays closed”"}};
    case Kind::unknown_day:
      return {{"{0} non è un giorno", "{0} is not a day"},
              {"i giorni sono lun, mar, mer, gio, ven, sab, dom, tutti, festivi",
               "the days are mon, tue, wed, thu, fri, sat, sun, all, holidays"}};
    case Kind::not_in_range:
      return {{"{0} non può stare a un capo di un intervallo di giorni",
               "{0} cannot stand at an end of a range of days"},
              {"un intervallo va da un giorno della settimana a un altro, come lun-ven; gli altri "
               "si aggiungono con una virgola: «sab-dom, festivi 09:00-12:00»",
               "a range goes from one day of the week to another, such as mon-fri; the others are "
               "added with a comma: “sat-sun, holidays 09:00-12:00”"}};
    case Kind::range_of_one_day:
      return {{"{0} può dire un giorno solo o tutta la settimana",
               "{0} may mean one day or the whole week"},
              {"scrivi il giorno una volta sola, oppure «tutti»", "write the day once, or “all”"}};
    case Kind::day_twice:
      return {{"il giorno {1} è detto due volte", "the day {1} is given twice"},
              {"scrivi tutte le ore di un giorno in una riga, separate da virgole: "
               "«lun 09:00-12:00, 14:00-17:00»",
               "write all the hours of a day on one line, separated by commas: "
               "“mon 09:00-12:00, 14:00-17:00”"}};
    case Kind::hours_expected:
      return {{"qui serve un'ora, trovato {0}", "a time is expected here, found {0}"},
              {"dopo i giorni vengono le ore: «09:00-17:00», «h24» o «chiuso»; più giorni si "
               "separano con una virgola",
               "the hours follow the days: “09:00-17:00”, “h24” or “closed”; several days are "
               "separated by a comma"}};
    case Kind::dash_expected:
      return {{"dopo l'ora di inizio serve «-» e l'ora di fine, trovato {0}",
               "after the time of beginning “-” and the time of end are expected, found {0}"},
              {"scrivi inizio e fine, come «09:00-17:00»",
               "write beginning and end, such as “09:00-17:00”"}};
    case Kind::separator_expected:
      return {{"qui serve una virgola o un punto e virgola, trovato {0}",
               "a comma or a semicolon is expected here, found {0}"},
              {"la virgola aggiunge altre ore agli stessi giorni, «;» comincia altri giorni",
               "a comma adds more hours to the same days, “;” begins other days"}};
    case Kind::day_after_comma:
      return {{"dopo la virgola servono altre ore, trovato il giorno {0}",
               "more hours are expected after the comma, found the day {0}"},
              {"per passare ad altri giorni usa «;»: «lun 09:00-12:00; mar 10:00-13:00»",
               "to go on to other days use “;”: “mon 09:00-12:00; tue 10:00-13:00”"}};
    case Kind::hour_alone:
      return {{"{0} è un'ora senza minuti", "{0} is an hour without minutes"},
              {"scrivi anche i minuti, come 08:00", "write the minutes too, such as 08:00"}};
    case Kind::not_a_time:
      return {{"{0} non è un'ora", "{0} is not a time"},
              {"un'ora si scrive con due cifre per i minuti, come 8:05, 08:05 o 08.05",
               "a time is written with two digits for the minutes, such as 8:05, 08:05 or 08.05"}};
    case Kind::hour_out_of_range:
      return {{"{0} non è un'ora del giorno", "{0} is not a time of the day"},
              {"le ore vanno da 00:00 a 23:59; 24:00 vale solo come fine",
               "times go from 00:00 to 23:59; 24:00 is only for an end"}};
    case Kind::minute_out_of_range:
      return {{"{0} ha troppi minuti", "{0} has too many minutes"},
              {"i minuti vanno da 00 a 59", "minutes go from 00 to 59"}};
    case Kind::begins_at_midnight:
      return {{"un orario non può cominciare alle {0}", "hours cannot begin at {0}"},
              {"24:00 è la fine del giorno: l'inizio è 00:00",
               "24:00 is the end of the day: its beginning is 00:00"}};
    case Kind::same_times:
      return {{"{0} comincia e finisce alla stessa ora: può dire nulla o tutto il giorno",
               "{0} begins and ends at the same time: it may mean nothing or the whole day"},
              {"per tutto il giorno scrivi «h24» o «00:00-24:00», per nessuna ora «chiuso»",
               "for the whole day write “h24” or “00:00-24:00”, for no hours “closed”"}};
    case Kind::overlap:
      return {{"{0} si sovrappone ad altre ore degli stessi giorni",
               "{0} overlaps with other hours of the same days"},
              {"scrivi ogni ora una volta sola; 18:00-08:00 vale anche da mezzanotte alle 08:00",
               "write each hour once; 18:00-08:00 is also from midnight to 08:00"}};
    case Kind::too_many_spans:
      return {{"troppe ore in una riga: il limite è di {1} intervalli",
               "too many hours on one line: the limit is {1} spans"},
              {"unisci gli intervalli vicini", "join the spans that are next to each other"}};
    case Kind::closed_with_hours:
      return {{"{0} non può stare insieme a delle ore", "{0} cannot stand beside hours"},
              {"lascia le ore oppure «chiuso»", "leave either the hours or “closed”"}};
  }
  return {};
}

// As much of it as a message can bear, cut between two characters.
Text quote(std::string found) {
  constexpr std::size_t kLongest = 60;
  if (found.empty()) return {"la fine del testo", "the end of the text"};
  if (found.size() > kLongest) {
    std::size_t end = kLongest;
    while (end > 0 && (static_cast<unsigned char>(found[end]) & 0xC0) == 0x80) --end;
    found.resize(end);
    found += "…";
  }
  return {"«" + found + "»", "“" + found + "”"};
}

// What fills {1}.
Text detail(const TimetableMistake& mistake) {
  if (mistake.kind == Kind::too_long) return std::to_string(kLongestTimetableText);
  if (mistake.kind == Kind::too_many_spans) return std::to_string(kMostSpansInLine);
  if (!mistake.day) return {};
  const auto day = [&](DayLanguage language) {
    return std::string(mistake.day->holiday ? word(TimetableWord::holidays, language)
                                            : word(mistake.day->weekday, language));
  };
  return {day(DayLanguage::italian), day(DayLanguage::english)};
}

}  // namespace

TimetableWording wording(const TimetableMistake& mistake) {
  const auto [message, hint] = row(mistake.kind);
  TimetableWording words{format(message, {quote(mistake.found), detail(mistake)}), hint};
  if (mistake.kind == Kind::unknown_day) {
    if (const auto near = nearest(mistake.found, day_words())) {
      words.hint = format({"forse volevi dire {0}?", "did you mean {0}?"}, {quote(*near)});
    }
  }
  return words;
}

}  // namespace leps::inline diagnostics
