#include "words/relation_word.hpp"

namespace leps::inline wording {

Keyword keyword_of(typed::Relation relation) {
  switch (relation) {
    case typed::Relation::at_least:
      return Keyword::at_least;
    case typed::Relation::at_most:
      return Keyword::at_most;
    case typed::Relation::more_than:
      return Keyword::more_than;
    case typed::Relation::less_than:
      return Keyword::less_than;
    case typed::Relation::equal_to:
      return Keyword::equal_to;
    case typed::Relation::different_from:
      return Keyword::different_from;
  }
  return Keyword::equal_to;
}

}  // namespace leps::inline wording
