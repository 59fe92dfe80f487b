// Which characters of a pack the deletion measure deletes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace leps {

/// One character (of one or more bytes) to delete.
struct Deletion {
  std::size_t begin = 0, length = 1;
};

/// Every character of a file of rules but those that no reader could check: the inside of texts
/// between quotes, of comments and of addresses, the digits of numbers and the separators between
/// them. Quotes, comment marks and digits within a name are not aside. In a run of the same
/// character only the first, since deleting any of them gives the same text.
std::vector<Deletion> deletions(std::string_view text);

/// `12:5: 'e' of "elenco di cose"`, for a message.
std::string describe(std::string_view text, const Deletion& deletion);

}  // namespace leps
