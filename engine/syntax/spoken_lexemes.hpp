// Places where people say what the language writes otherwise: each reads nothing, and refuses it.
#pragma once

#include "syntax/lexemes.hpp"
#include "syntax/spoken_comparisons.hpp"
#include "syntax/spoken_counts.hpp"
#include "syntax/spoken_days.hpp"
#include "syntax/spoken_functions.hpp"
#include "syntax/spoken_lists.hpp"
#include "syntax/spoken_parts.hpp"
#include "syntax/spoken_types.hpp"
#include "syntax/unknown_calls.hpp"

namespace leps::inline syntax::grammar {

inline auto unless_said(bool (*refuses)(Reader&, Place)) {
  return lexeme<x3::unused_type>([refuses](Reader& reader, Place& at, x3::unused_type) {
    return !reader.refused() && !refuses(reader, at);
  });
}
inline const auto no_spoken_part = unless_said(refuse_spoken_part);
inline const auto no_spoken_count = unless_said(refuse_spoken_count);
inline const auto no_share_of_list = unless_said(refuse_share_of_list);
inline const auto no_spoken_function = unless_said(refuse_spoken_function);
inline const auto no_spoken_comparison = unless_said(refuse_spoken_comparison);
inline const auto no_spoken_type = unless_said(refuse_spoken_type);
inline const auto no_spoken_survey_day = unless_said(refuse_spoken_survey_day);
inline const auto no_spoken_day = unless_said(refuse_spoken_day);
inline const auto no_unknown_call = unless_said(refuse_unknown_call);

}  // namespace leps::inline syntax::grammar
