// The session that calls every function, once: for a memory checker to watch.
#include "whole_session.hpp"

#include <cstdio>

int main() {
  const capi::Outcome outcome = capi::whole_session(nullptr);
  std::printf("%s\n", leps_status_message(outcome.status, LEPS_ENGLISH));
  return outcome.status;
}
