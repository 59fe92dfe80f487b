// A form as YAML, to be filled in with any editor. `n.d.` stands where a value goes: left as it is,
// it says that nobody knows. Lists are comments, because `[]` would say that they are empty.
#include "forms/write_form.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

namespace leps::inline forms {
namespace {

constexpr std::size_t kWidth = 100;

class YamlForm {
 public:
  explicit YamlForm(const Form& form) : form_(form) {}

  std::string operator()() {
    head();
    line("anni:");
    line("  " + std::to_string(form_.year) + ":");
    line(form_.say("    stato: definitivo  # o previsione",
                   "    stato: definitivo  # definitivo (final) or previsione (forecast)"));
    line("    # data_di_rilevazione: " + std::to_string(form_.year) + "-12-31");
    line("    dati:");
    for (const FormHolder& holder : form_.holders) data_of(holder);
    if (form_.holders.empty()) {
      comments("      ", form_.say("le regole non chiedono dati", "the rules ask for no data"));
    }
    lists();
    groups();
    waivers();
    return std::move(text_);
  }

 private:
  void line(const std::string& text) { text_ += text + "\n"; }

  void head() {
    comments("", form_.say("Modulo dei dati di un Ambito, per le regole: ",
                           "Form for the data of an Ambito, for the rules: ") +
                     form_.packs);
    line("#");
    for (const std::string& text :
         {form_.say("Al posto di n.d. si scrive il valore; dove resta n.d. il dato non è noto. Uno "
                    "zero va scritto solo se è proprio zero.",
                    "The value is written in the place of n.d.; where n.d. stays the datum is not "
                    "known. A zero is written only where it is a zero indeed."),
          form_.say(
              "Numeri con il punto decimale e senza segno fra le migliaia: 61348, 17.5. Quote: "
              "56% o 9/10. Un dato noto solo fra due limiti: [4, 9].",
              "Numbers with a decimal point and no sign between thousands: 61348, 17.5. "
              "Shares: 56% or 9/10. A datum known only between two limits: [4, 9]."),
          form_.say("Date: 2025-12-31, o mai se non c'è stato. Periodi: {dal: 2025-10-01, al: "
                    "2025-12-31}, senza al se dura ancora. Orari: \"lun-ven 08:00-18:00; festivi "
                    "chiuso\", fra virgolette.",
                    "Dates: 2025-12-31, or mai (never) if it did not take place. Periods: {dal: "
                    "2025-10-01, al: 2025-12-31}, without al while it lasts. Timetables: \"lun-ven "
                    "08:00-18:00; festivi chiuso\", between quotation marks."),
          form_.say("Con la fonte: {valore: 61348, fonte: ISTAT, al: 2026-01-01}.",
                    "With its source: {valore: 61348, fonte: ISTAT, al: 2026-01-01}.")}) {
      comments("", text);
    }
    line("");
    const std::string key = form_.say("  # la sua chiave: minuscole, cifre, _ e -, come lodi",
                                      "  # its key: small letters, digits, _ and -, such as lodi");
    line("ambito: " + form_.ambito + (form_.ambito_given ? "" : key));
    line(form_.say("# nome: Ambito di …", "# nome: Ambito di …  (its full name)"));
    line("# regione: Lombardia");
    line("# territorio: {ats_salute: …, asst: …}");
    line(form_.say("# patrono: 19 gennaio  # il giorno del patrono conta tra i festivi",
                   "# patrono: 19 gennaio  # the patron's day counts among the holidays"));
  }

  /// A text on as many lines as it takes, each a comment.
  void comments(const std::string& indent, const std::string& text) {
    const std::string wrapped = wrap(text, kWidth - indent.size() - 2);
    std::size_t at = 0;
    while (at <= wrapped.size()) {
      const std::size_t end = std::min(wrapped.find('\n', at), wrapped.size());
      line(indent + "# " + wrapped.substr(at, end - at));
      at = end + 1;
    }
  }

  void data_of(const FormHolder& holder) {
    line("");
    comments("      ",
             "==== " + (holder.name.empty()
                            ? form_.say("Le regole non dicono chi li ha",
                                        "The rules do not say who holds these")
                            : form_.say("Da chiedere a: ", "To be asked of: ") + holder.name));
    for (const DatumId id : holder.data) {
      const typed::Datum& datum = form_.typed->data[id];
      line("");
      about("      ", datum);
      line("      " + datum.name + ": n.d.");
    }
  }

  void about(const std::string& indent, const typed::Datum& datum) {
    if (!datum.title.empty()) comments(indent, plain(datum.title));
    std::string kind = kind_words(datum, form_);
    if (const std::string fallback = fallback_words(datum, form_); !fallback.empty()) {
      kind += "; " + fallback;
    }
    comments(indent, kind);
    area(indent, datum.area);
    if (!datum.precedence.empty()) {
      std::vector<std::string> sources;
      for (const std::string& source : datum.precedence) sources.push_back(plain(source));
      comments(indent, form_.say("fonti, prima quella che conta di più: ",
                                 "sources, the one that counts most first: ") +
                           join_words(sources, form_.language));
    }
    for (const std::string& note : datum.notes) comments(indent, plain(note));
  }

  void area(const std::string& indent, std::optional<AreaId> area) {
    if (area) comments(indent, form_.say("area: ", "area: ") + area_words(area, form_));
  }

  void lists() {
    if (form_.lists.empty()) return;
    line("");
    comments("    ", form_.say("Elenchi: si toglie il # e si ripete la riga che comincia con - "
                               "tante volte quante servono. Un elenco che si sa vuoto si scrive "
                               "[]; uno che non si conosce si lascia commentato.",
                               "Lists: take the # away and repeat the row that begins with - as "
                               "many times as needed. A list known to be empty is written []; one "
                               "that is not known stays a comment."));
    line("    elenchi:");
    for (const FormTable& list : form_.lists) this->list(list);
  }

  void list(const FormTable& list) {
    const typed::Table& table = form_.typed->tables[*list.table];
    line("");
    if (!list.title.empty()) comments("      ", list.title);
    if (!list.held_by.empty()) {
      comments("      ", form_.say("Da chiedere a: ", "To be asked of: ") + list.held_by);
    }
    area("      ", table.area);
    for (const std::string& note : list.notes) comments("      ", note);
    line("      # " + list.name + ":");
    for (std::size_t i = 0; i < table.fields.size(); ++i) {
      const typed::Datum& field = form_.typed->data[table.fields[i]];
      std::string what = plain(field.title);
      what += (what.empty() ? "" : ": ") + kind_words(field, form_);
      if (table.key == i) {
        what += form_.say("; dice di chi è la riga", "; says whose row it is");
      }
      line("      #   " + std::string(i == 0 ? "- " : "  ") + std::string(field.field()) +
           ": n.d.  # " + what);
    }
  }

  void groups() {
    if (form_.typed->groups.empty()) return;
    line("");
    comments("    ",
             form_.say("Gruppi: il nome del gruppo di cui l'Ambito fa parte, uguale in tutti "
                       "gli Ambiti che ne fanno parte.",
                       "Groups: the name of the group that the Ambito is in, the same in "
                       "all the Ambiti that are in it."));
    line("    # gruppi:");
    for (const typed::Group& group : form_.typed->groups) {
      line("    #   " + group.name + ": …" +
           (group.title.empty() ? "" : "  # " + plain(group.title)));
    }
  }

  void waivers() {
    line("");
    comments("    ", form_.say("Deroghe: gli atti che scusano per un tempo una mancanza.",
                               "Waivers: the acts that excuse a failure for a time."));
    line("    # deroghe:");
    line("    #   - {regola: …, atto: \"DGC 12/" + std::to_string(form_.year) +
         "\", motivo: …, fino_al: " + std::to_string(form_.year + 1) + "-06-30}");
  }

  const Form& form_;
  std::string text_;
};

}  // namespace

std::string write_form_yaml(const Form& form) { return YamlForm(form)(); }

}  // namespace leps::inline forms
