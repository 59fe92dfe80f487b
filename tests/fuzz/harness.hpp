// What a fuzzer drives: any bytes into one of the readers. Nothing may crash, hang or trip a
// sanitizer, and what is accepted must keep the laws written in each harness.
#pragma once

#include <cstddef>
#include <cstdint>

/// The entry that libFuzzer calls; replay.cpp calls it with each file of a corpus.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace leps {

/// A law that a fuzzer saw broken: says which and stops, so that the input is kept.
[[noreturn]] void broken(const char* law);

}  // namespace leps
