// The words of the data format, which are the same in every language: what readers look for, forms
// write and messages name. rules/README.md says what each means.
#pragma once

namespace leps::inline trees::key {

// Of an Ambito.
inline constexpr const char* ambito = "ambito";
inline constexpr const char* nome = "nome";
inline constexpr const char* regione = "regione";
inline constexpr const char* territorio = "territorio";
inline constexpr const char* patrono = "patrono";
inline constexpr const char* fusione = "fusione";
inline constexpr const char* sintetico = "sintetico";
inline constexpr const char* nota = "nota";
inline constexpr const char* numeri = "numeri";
inline constexpr const char* anni = "anni";

// Of a year.
inline constexpr const char* anno = "anno";
inline constexpr const char* stato = "stato";
inline constexpr const char* data_di_rilevazione = "data_di_rilevazione";
inline constexpr const char* dati = "dati";
inline constexpr const char* elenchi = "elenchi";
inline constexpr const char* gruppi = "gruppi";
inline constexpr const char* deroghe = "deroghe";

// Of a value: itself, who said it, of which day.
inline constexpr const char* valore = "valore";
inline constexpr const char* fonte = "fonte";
inline constexpr const char* al = "al";

// Of a period, a merger, a group.
inline constexpr const char* dal = "dal";
inline constexpr const char* da = "da";
inline constexpr const char* membri = "membri";

// Of a waiver.
inline constexpr const char* regola = "regola";
inline constexpr const char* atto = "atto";
inline constexpr const char* motivo = "motivo";
inline constexpr const char* fino_al = "fino_al";

// What `stato` and `numeri` may say.
inline constexpr const char* definitivo = "definitivo";
inline constexpr const char* previsione = "previsione";
inline constexpr const char* italiani = "italiani";

}  // namespace leps::inline trees::key
