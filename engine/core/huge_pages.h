#pragma once
// Memory in large pages where the system gives them: tables of many megabytes that are read in no order meet a page table entry with
// nearly every access otherwise. A hint: where there are none, or the memory was in use before, nothing changes.
#include <cstddef>
#include <vector>

namespace parktwin {

/// Asks for large pages for the whole pages in [begin, begin + bytes), best before they are first touched.
void advise_huge_pages(void* begin, std::size_t bytes);

/// `count` values that are all T{}.
template <class T>
[[nodiscard]] std::vector<T> in_huge_pages(std::size_t count) {
  std::vector<T> values;
  values.reserve(count);
  advise_huge_pages(values.data(), count * sizeof(T));
  values.resize(count);
  return values;
}

}  // namespace parktwin
