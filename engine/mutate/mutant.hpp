// A changed pack, and what became of it.
#pragma once

#include "mutate/mutations.hpp"

namespace leps::inline mutating {

struct Mutant {
  enum class Fate {
    noticed,   // an example comes out otherwise
    refused,   // it does not compile
    survived,  // no example notices
    same,      // it is proved that no Ambito gets another result, whatever is known of it
    unseen     // no example can notice: the change is of days on which nothing uses the value
  };
  Mutation mutation;
  Fate fate = Fate::survived;
  /// Of `survived`, an example that would notice, where one is known; of the last two, why.
  Text remark;
};

}  // namespace leps::inline mutating
