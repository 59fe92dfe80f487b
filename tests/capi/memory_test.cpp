// Memory that runs out: at every allocation of a session that calls every function, one after the
// other, the call in which it happens says so, makes nothing and leaks nothing, and the next
// session works. The same of a session that is cancelled wherever it asks.
//
//     memory_test STEP    tries every STEP-th place; 1 tries all
#include "counted_memory.hpp"
#include "whole_session.hpp"

#include <cstdio>
#include <cstdlib>

using namespace capi;

namespace {

int failures = 0;

void expect(bool holds, const char* what, long at) {
  if (holds) return;
  std::printf("at %ld: %s\n", at, what);
  ++failures;
}

struct Cancellation {
  long asked = 0, at = -1;
};

leps_control control_of(Cancellation& cancellation) {
  leps_control control = LEPS_CONTROL_INIT;
  control.user = &cancellation;
  control.cancelled = [](void* user) {
    auto& told = *static_cast<Cancellation*>(user);
    return told.asked++ == told.at;
  };
  return control;
}

void run_out_of_memory(const Outcome& whole, long base, long step) {
  const long before = allocations();
  whole_session(nullptr);
  const long total = allocations() - before;
  long tried = 0, refused = 0;
  for (long at = 0; at < total; at += step, ++tried) {
    fail_after(at);
    const Outcome outcome = whole_session(nullptr);
    fail_after(-1);
    // std::stable_sort asks for memory, and does without where there is none.
    const bool did_without = outcome.status == LEPS_OK && outcome.digest == whole.digest;
    expect(did_without || outcome.status == LEPS_ERROR_MEMORY,
           "memory runs out: neither is it said, nor are the results right", at);
    expect(alive() == base, "memory runs out: something leaked", at);
    refused += outcome.status == LEPS_ERROR_MEMORY;
  }
  std::printf("%ld allocations, %ld of them tried, %ld refused\n", total, tried, refused);
  expect(refused * 10 >= tried * 9, "few of the failures reached the library", refused);
}

void cancel_everywhere(const Outcome& whole, long base, long step) {
  Cancellation never;
  const leps_control listening = control_of(never);
  expect(whole_session(&listening).digest == whole.digest, "being asked changes the results", -1);
  long tried = 0;
  for (long at = 0; at < never.asked; at += step, ++tried) {
    Cancellation cancellation{0, at};
    const leps_control control = control_of(cancellation);
    expect(whole_session(&control).status == LEPS_CANCELLED, "cancelled, and it is not said", at);
    expect(alive() == base, "cancelled: something leaked", at);
  }
  std::printf("%ld places to cancel, %ld of them tried\n", never.asked, tried);
  expect(never.asked > 100, "a session is asked hardly ever", never.asked);
}

}  // namespace

int main(int argc, char** argv) {
  const long step = argc == 2 ? std::atol(argv[1]) : 0;
  if (step <= 0) {
    std::printf("usage: memory_test STEP\n");
    return 2;
  }
  whole_session(nullptr);  // what is made once and for ever is made here, and is no leak
  const long base = alive();
  const Outcome whole = whole_session(nullptr);
  expect(whole.status == LEPS_OK, "a session does not even work with memory", whole.status);
  expect(alive() == base, "a session leaks with memory", -1);
  if (failures == 0) {
    run_out_of_memory(whole, base, step);
    cancel_everywhere(whole, base, step);
    expect(whole_session(nullptr).digest == whole.digest, "what came before left a trace", -1);
  }
  std::printf("%d failures\n", failures);
  return failures ? 1 : 0;
}
