// Data value by value: what was given is kept as it was given, written as the text of a file when
// asked for, and read as files are.
#include "control.hpp"
#include "facts/data_document.hpp"
#include "load.hpp"
#include "options.hpp"
#include "pipeline.hpp"
#include "source/sha256.hpp"
#include "texts.hpp"
#include "trees/format_names.hpp"

#include <algorithm>
#include <array>
#include <string_view>

using namespace leps;
using namespace leps::capi;

struct leps_builder {
  std::vector<DataDocument> documents;
  // Where what follows belongs; all of them indices, since arrays grow.
  std::size_t document = 0, year = 0;
  bool begun = false;
  std::optional<std::size_t> list;  // in which a row was begun, the last one

  DataDocument::Year& here() { return documents[document].years[year]; }
};

namespace {

bool is_text(const char* text) { return text && is_utf8(text); }

/// Runs a change of the builder that needs an Ambito and texts.
/// @param texts  each of them must be there and be UTF-8
template <class Change>
leps_status change(leps_builder* builder, std::initializer_list<const char*> texts, Change make) {
  return guarded([&] {
    if (!builder || !builder->begun) return LEPS_ERROR_ARGUMENT;
    if (!std::all_of(texts.begin(), texts.end(), is_text)) return LEPS_ERROR_ARGUMENT;
    return make(builder->here());
  });
}

template <class Named>
Named* named(std::vector<Named>& all, std::string_view name) {
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Named& each) { return each.name == name; });
  return found == all.end() ? nullptr : &*found;
}

leps_status set_field(DataDocument::Fields& fields, const char* name, const char* value) {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const auto& field) { return field.first == name; });
  if (found == fields.end()) {
    fields.emplace_back(name, value);
  } else {
    found->second = value;
  }
  return LEPS_OK;
}

/// The words that stand at the head of a file, above its years.
bool is_of_ambito(std::string_view key) {
  constexpr std::array<std::string_view, 5> kKeys = {key::nome, key::regione, key::sintetico,
                                                     key::nota, key::patrono};
  return std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end();
}

}  // namespace

leps_status leps_builder_new(leps_builder** out) {
  if (out) *out = nullptr;
  return guarded([&] {
    if (!out) return LEPS_ERROR_ARGUMENT;
    *out = new leps_builder;
    return LEPS_OK;
  });
}

void leps_builder_free(leps_builder* builder) { delete builder; }

leps_status leps_builder_begin(leps_builder* builder, const char* ambito, int year) {
  return guarded([&] {
    if (!builder || !is_text(ambito)) return LEPS_ERROR_ARGUMENT;
    auto& documents = builder->documents;
    auto document = std::find_if(documents.begin(), documents.end(),
                                 [&](const DataDocument& each) { return each.ambito == ambito; });
    std::size_t in_year = 0;
    if (document == documents.end()) {
      documents.push_back({ambito, {}, {{year, {}, {}, {}, {}}}});
      document = documents.end() - 1;
    } else {
      auto& years = document->years;
      const auto found =
          std::find_if(years.begin(), years.end(),
                       [&](const DataDocument::Year& each) { return each.number == year; });
      in_year = static_cast<std::size_t>(found - years.begin());
      if (found == years.end()) years.push_back({year, {}, {}, {}, {}});
    }
    builder->document = static_cast<std::size_t>(document - documents.begin());
    builder->year = in_year;
    builder->begun = true;
    builder->list.reset();
    return LEPS_OK;
  });
}

leps_status leps_builder_set(leps_builder* builder, const char* datum, const char* value) {
  return change(builder, {datum, value}, [&](DataDocument::Year& year) {
    DataDocument::Datum given{datum, {{value, {}, {}}}};
    if (DataDocument::Datum* known = named(year.data, datum)) {
      known->values = std::move(given.values);
    } else {
      year.data.push_back(std::move(given));
    }
    return LEPS_OK;
  });
}

leps_status leps_builder_set_from(leps_builder* builder, const char* datum, const char* value,
                                  const char* source, const char* as_of) {
  return change(builder, {datum, value}, [&](DataDocument::Year& year) {
    if ((source && !is_utf8(source)) || (as_of && !is_utf8(as_of))) return LEPS_ERROR_ARGUMENT;
    DataDocument::Sourced given{value, {}, {}};
    if (source) given.source = source;
    if (as_of) given.as_of = as_of;
    DataDocument::Datum* known = named(year.data, datum);
    if (!known) {
      year.data.push_back({datum, {std::move(given)}});
      return LEPS_OK;
    }
    const auto same = std::find_if(
        known->values.begin(), known->values.end(),
        [&](const DataDocument::Sourced& each) { return each.source == given.source; });
    if (same == known->values.end()) {
      known->values.push_back(std::move(given));
    } else {
      *same = std::move(given);
    }
    return LEPS_OK;
  });
}

leps_status leps_builder_list(leps_builder* builder, const char* list) {
  return change(builder, {list}, [&](DataDocument::Year& year) {
    if (!named(year.lists, list)) year.lists.push_back({list, {}});
    builder->list.reset();
    return LEPS_OK;
  });
}

leps_status leps_builder_row(leps_builder* builder, const char* list) {
  return change(builder, {list}, [&](DataDocument::Year& year) {
    if (DataDocument::List* known = named(year.lists, list)) {
      known->rows.emplace_back();
    } else {
      year.lists.push_back({list, {{}}});
    }
    builder->list = static_cast<std::size_t>(named(year.lists, list) - year.lists.data());
    return LEPS_OK;
  });
}

leps_status leps_builder_field(leps_builder* builder, const char* field, const char* value) {
  return change(builder, {field, value}, [&](DataDocument::Year& year) {
    if (!builder->list) return LEPS_ERROR_ARGUMENT;
    return set_field(year.lists[*builder->list].rows.back(), field, value);
  });
}

leps_status leps_builder_describe(leps_builder* builder, const char* key, const char* value) {
  return change(builder, {key, value}, [&](DataDocument::Year& year) {
    return set_field(
        is_of_ambito(key) ? builder->documents[builder->document].described : year.described, key,
        value);
  });
}

leps_status leps_builder_group(leps_builder* builder, const char* kind, const char* name) {
  return change(builder, {kind, name},
                [&](DataDocument::Year& year) { return set_field(year.groups, kind, name); });
}

leps_status leps_builder_finish(leps_data** out, leps_diagnostics** diagnostics,
                                const leps_builder* builder, const leps_rulebook* rulebook,
                                const leps_load_options* options) {
  if (out) *out = nullptr;
  if (diagnostics) *diagnostics = nullptr;
  const leps_load_options usual = LEPS_LOAD_OPTIONS_INIT;
  const auto known = read_options(usual, options, LEPS_SIZE_UP_TO(leps_load_options, control));
  if (!known || !out || !builder || !builder->begun || !rulebook) return LEPS_ERROR_ARGUMENT;
  return guarded(known->control, [&] {
    auto data = std::make_shared<LoadedData>();
    data->rules = rulebook->rules;
    data->sources = rulebook->rules->sources;
    DiagnosticBag bag;
    std::vector<trees::DataNode> roots;
    for (const DataDocument& document : builder->documents) {
      WrittenDocument written = add_document(data->sources, document, *data->rules->names, bag);
      const std::string_view text = data->sources.text(written.source);
      spend_input(text.size());
      data->files.push_back({data->sources.name(written.source), sha256(text)});
      if (written.root) roots.push_back(*std::move(written.root));
    }
    data->facts = load(*data->rules->names, data->sources, roots, bag);
    return finish_load(out, diagnostics, std::move(data), std::move(bag));
  });
}
