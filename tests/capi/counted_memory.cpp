#include "counted_memory.hpp"

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<long> until_failure = -1;
std::atomic<long> made = 0;
std::atomic<long> not_freed = 0;

void* allocate(std::size_t size) {
  ++made;
  if (until_failure >= 0 && until_failure-- == 0) throw std::bad_alloc();
  void* memory = std::malloc(size ? size : 1);
  if (!memory) throw std::bad_alloc();
  ++not_freed;
  return memory;
}

void release(void* memory) noexcept {
  if (memory) --not_freed;
  std::free(memory);
}

}  // namespace

namespace capi {

long allocations() { return made; }
long alive() { return not_freed; }
void fail_after(long passing) { until_failure = passing; }

}  // namespace capi

void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  try {
    return allocate(size);
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}
void operator delete(void* memory, const std::nothrow_t&) noexcept { release(memory); }
void operator delete(void* memory) noexcept { release(memory); }
void operator delete[](void* memory) noexcept { release(memory); }
void operator delete(void* memory, std::size_t) noexcept { release(memory); }
void operator delete[](void* memory, std::size_t) noexcept { release(memory); }
