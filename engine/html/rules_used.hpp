// The files that rules were read from, on a page.
#pragma once

#include "html/voice.hpp"
#include "schedule/rulebook.hpp"

namespace leps::html {

/// Which files the rules were read from, with their fingerprints.
void add_rules_used(Node parent, const Rulebook& rulebook, Voice say);

/// `Regole: leps.nazionale 2026.1, impronta 3f2a9c41b0d2`: the packs, and one fingerprint of the
/// names, versions and fingerprints of all files, cut to twelve figures.
std::string rules_in_short(const Rulebook& rulebook, Voice say);

}  // namespace leps::html
