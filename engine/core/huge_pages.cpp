#include "engine/core/huge_pages.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>

namespace parktwin {

void advise_huge_pages(void* begin, std::size_t bytes) {
  const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
  const auto address = reinterpret_cast<std::uintptr_t>(begin);
  const std::uintptr_t skipped = (page - address % page) % page;
  if (begin == nullptr || bytes < skipped + page) return;
  // Refused: the pages stay small.
  static_cast<void>(madvise(static_cast<char*>(begin) + skipped, (bytes - skipped) / page * page, MADV_HUGEPAGE));
}

}  // namespace parktwin
