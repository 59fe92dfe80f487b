#include "schedule/kin.hpp"

#include "check/walk.hpp"
#include "check/whole.hpp"

#include <algorithm>
#include <set>

namespace leps::inline scheduling {
namespace {

void add_parts(const Typed& typed, DatumId of, std::vector<DatumId>& into) {
  for (const DatumId part : typed.data[of].parts) {
    into.push_back(part);
    add_parts(typed, part, into);  // as deep as check/ lets parts stand in parts
  }
}

/// The data of this Ambito and year that a formula reads, each once.
std::set<DatumId> data_read(const Typed& typed, typed::ExprId formula) {
  std::set<DatumId> data;
  for_each_under(typed, formula, [&](const typed::Expr& expr) {
    if (const auto datum = typed::datum_of(expr.node)) data.insert(*datum);
  });
  return data;
}

/// An amount that reads `bounded`, which the amount that stands for `by` would bound.
struct Bounding {
  ComputedId reader;
  DatumId bounded, by;
};

std::vector<Bounding> boundings(const Typed& typed, const IdMap<DatumId, Kin>& kin) {
  std::vector<Bounding> all;
  for (const ComputedId reader : typed.computed.keys()) {
    for (const DatumId bounded : data_read(typed, typed.computed[reader].value)) {
      for (const auto& relatives : {kin[bounded].parts, kin[bounded].wholes}) {
        for (const DatumId by : relatives) {
          if (typed.data[by].if_missing) all.push_back({reader, bounded, by});
        }
      }
    }
  }
  return all;
}

}  // namespace

IdMap<DatumId, Kin> kin_of(const Typed& typed) {
  IdMap<DatumId, Kin> all(typed.data.size());
  for (const DatumId id : typed.data.keys()) {
    const typed::Datum& datum = typed.data[id];
    Kin& kin = all[id];
    for (const typed::Datum* at = &datum; at->part_of; at = &typed.data[at->part_of->whole]) {
      kin.wholes.push_back(at->part_of->whole);
    }
    add_parts(typed, id, kin.parts);
    if (kin.any()) {
      kin.worked_out_whole =
          datum.if_missing && is_always_whole(typed, typed.computed[*datum.if_missing].value);
    }
  }
  return all;
}

Dependencies uses_with_kin(const Typed& typed, const Dependencies& uses, IdMap<DatumId, Kin>& kin) {
  const std::vector<Bounding> all = boundings(typed, kin);
  const auto amount = [&](DatumId datum) {
    return std::size_t{typed.data[datum].if_missing->index};
  };
  Dependencies with_all = uses;
  for (const Bounding& one : all) {
    boost::add_edge(one.reader.index, amount(one.by), Use{}, with_all);
  }
  const Order order = order_of(with_all);
  const auto circular = [&](const Bounding& one) {
    return order.group[one.reader.index] == order.group[amount(one.by)];
  };
  for (const Bounding& one : all) {
    if (circular(one)) kin[one.bounded].only_where_given.insert(one.by);
  }
  Dependencies kept = uses;
  for (const Bounding& one : all) {
    if (!circular(one)) boost::add_edge(one.reader.index, amount(one.by), Use{}, kept);
  }
  return kept;
}

}  // namespace leps::inline scheduling
