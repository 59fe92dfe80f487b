// What the command tells the shell. Scripts hold on to these numbers: they never change meaning.
#pragma once

#include "base/verdict.hpp"

namespace leps::cli {

enum class ExitStatus {
  good = 0,          // every result is soddisfatto, non_applicabile or non_vigente
  not_all_good = 1,  // some result is not; some example fails; some file would be formatted
  wrong_command = 2,
  wrong_rules = 3,
  wrong_data = 4,
  cannot_read_or_write = 5,
  our_bug = 70,  // EX_SOFTWARE of sysexits.h
};

/// The status that one result asks for.
constexpr ExitStatus status_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::soddisfatto:
    case Verdict::non_applicabile:
    case Verdict::non_vigente:
      return ExitStatus::good;
    case Verdict::parziale:
    case Verdict::non_soddisfatto:
    case Verdict::non_valutabile:
      break;
  }
  return ExitStatus::not_all_good;
}

}  // namespace leps::cli
