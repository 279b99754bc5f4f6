#include "tests/fuzz/bytes_alive.h"

#include <sanitizer/allocator_interface.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace parktwin::fuzz {
namespace {

std::atomic<bool> counting{false};
std::atomic<std::int64_t> alive{0};  // below zero when an input frees what an earlier one left in a cache
std::int64_t most = 0;               // of this input; written by whoever allocates, a lost update only rounds the figures of the end
std::int64_t bound = 0;
std::string_view name;
std::size_t bytes = 0;
double fullest = 0.0;  // of all inputs, as a share of the bound
std::int64_t most_of_all = 0;

void on_malloc(const volatile void* /*block*/, std::size_t size) {
  if (!counting.load(std::memory_order_relaxed)) return;
  const auto now = alive.fetch_add(static_cast<std::int64_t>(size), std::memory_order_relaxed) + static_cast<std::int64_t>(size);
  most = std::max(most, now);
  if (now <= bound || !counting.exchange(false)) return;
  std::fprintf(stderr, "memory beyond its bound: target %.*s has %lld bytes alive for an input of %zu bytes, bound %lld\n",
               static_cast<int>(name.size()), name.data(), static_cast<long long>(now), bytes, static_cast<long long>(bound));
  std::abort();
}

void on_free(const volatile void* block) {
  if (!counting.load(std::memory_order_relaxed)) return;
  alive.fetch_sub(static_cast<std::int64_t>(__sanitizer_get_allocated_size(block)), std::memory_order_relaxed);
}

void say_most() {
  std::fprintf(stderr, "stat::peak_alive_kib: %lld\nstat::peak_share_of_bound_percent: %.0f\n", static_cast<long long>(most_of_all >> 10),
               100.0 * fullest);
}

}  // namespace

void count_bytes_alive() {
  if (__sanitizer_install_malloc_and_free_hooks(on_malloc, on_free) == 0) std::abort();
  std::atexit(say_most);
}

void begin_input(const Target& target, std::size_t size) {
  name = target.name;
  bytes = size;
  bound = static_cast<std::int64_t>(target.bound.fixed_bytes + target.bound.bytes_per_byte * size);
  most = 0;
  alive = 0;
  counting = true;
}

void end_input() {
  counting = false;
  most_of_all = std::max(most_of_all, most);
  fullest = std::max(fullest, static_cast<double>(most) / static_cast<double>(bound));
}

}  // namespace parktwin::fuzz
