// A seed that is named after something must still do it: the bytes mean what capi_machine.cpp reads
// in them, and a change there would leave seeds that reach nothing.
#include "fuzz/capi_machine.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

using Calls = std::vector<std::string>;

struct Seed {
  const char* name;
  Calls must;  // in this order, whatever is done in between
};

const Seed kSeeds[] = {
    {"cancelled",
     {"compile cancelled", "compile ok", "load cancelled", "load ok", "evaluate cancelled",
      "evaluate ok", "what_if cancelled", "lint cancelled", "what_if ok"}},
    {"limited",
     {"compile limit", "compile limit", "compile ok", "load limit", "finish ok", "evaluate limit",
      "evaluate ok"}},
    {"freed_in_between",
     {"evaluate ok", "free rulebook", "free data", "what_if ok", "explain ok", "break_even ok",
      "free results", "explain ok", "free results"}},
    {"included", {"include ok", "compile ok", "load ok", "evaluate ok", "lint ok"}},
    {"included_nothing",
     {"compile rules", "include ok", "compile rules", "include argument", "compile rules"}},
    {"builder_out_of_order",
     {"finish argument", "field argument", "row ok", "field ok", "field argument", "finish data",
      "set argument", "finish data"}},
    {"what_if_of_what_if", {"what_if ok", "what_if ok", "explain ok"}},
    {"whole_session",
     {"compile ok", "load ok", "evaluate ok", "what_if ok", "explain ok", "finish ok", "lint ok",
      "run_examples ok"}},
    {"wrong_everywhere", {"compile rules", "evaluate argument", "what_if argument"}},
};

Calls calls_of(const std::filesystem::path& seed) {
  std::ifstream stream(seed, std::ios::binary);
  const std::vector<char> bytes{std::istreambuf_iterator<char>(stream), {}};
  return leps::call_capi(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

bool holds(const Calls& calls, const Calls& must) {
  std::size_t met = 0;
  for (const std::string& call : calls) {
    if (met < must.size() && call == must[met]) ++met;
  }
  return met == must.size();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::filesystem::path corpus = argv[1];
  int failures = 0;
  for (const Seed& seed : kSeeds) {
    const Calls calls = calls_of(corpus / seed.name);
    if (holds(calls, seed.must)) continue;
    ++failures;
    std::printf("%s no longer does what its name says; it does:\n", seed.name);
    for (const std::string& call : calls) std::printf("  %s\n", call.c_str());
  }
  return failures;
}
