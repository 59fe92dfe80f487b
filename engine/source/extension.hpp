// The end of a file's name, by which it is known what the file holds.
#pragma once

#include <string>
#include <string_view>

namespace leps::inline source {

/// `.yaml` of `dati/Lodi.YAML`: from the last point of the name, in small letters; empty where the
/// name has none.
std::string extension_of(std::string_view name);

/// `Lodi.YAML` of `dati/Lodi.YAML`.
std::string_view without_folders(std::string_view name);

}  // namespace leps::inline source
