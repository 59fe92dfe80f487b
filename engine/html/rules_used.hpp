// The files that rules were read from, on a page.
#pragma once

#include "html/voice.hpp"
#include "schedule/rulebook.hpp"

namespace leps::html {

/// Which files the rules were read from, with their fingerprints.
void add_rules_used(Node parent, const Rulebook& rulebook, Voice say);

}  // namespace leps::html
