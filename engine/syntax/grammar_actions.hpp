// What a rule makes of what it read.
#pragma once

#include "syntax/lexemes.hpp"

namespace leps::inline syntax::grammar {

/// An action `make(reader, value, read)`: `value` is the rule's, `read` the parser's.
template <class Make>
auto act(Make make) {
  return [make](auto& context) {
    make(static_cast<Reader&>(x3::get<ReaderTag>(context)), x3::_val(context), x3::_attr(context));
  };
}
/// Puts what was read in a member of the rule's value.
template <class Struct, class Member>
auto into(Member Struct::*member) {
  return act([member](Reader&, Struct& value, auto& read) { value.*member = std::move(read); });
}
/// Appends what was read to a list in the rule's value.
template <class Struct, class Member>
auto onto(std::vector<Member> Struct::*member) {
  return act([member](Reader&, Struct& value, Member& read) {
    (value.*member).push_back(std::move(read));
  });
}
inline const auto keep = act([](Reader&, auto& value, auto& read) { value = std::move(read); });

}  // namespace leps::inline syntax::grammar
