// The C API under a fuzzer: any bytes as calls of it.
#include "fuzz/capi_machine.hpp"
#include "fuzz/harness.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  leps::call_capi(bytes, size);
  return 0;
}
