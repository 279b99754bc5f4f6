#include "engine/simulators/wired/ipv6/prefix_blocks.h"

#include <algorithm>

#include "engine/core/check.h"

namespace parktwin::wired::ipv6 {
namespace {

constexpr int most_chunk_bits = 6;
constexpr int least_block_bits = 2;  // blocks of a chunk: at least four, where the space has as many

std::uint64_t reversed(std::uint64_t value, int bits) {
  std::uint64_t result = 0;
  for (int i = 0; i < bits; ++i) result |= ((value >> i) & 1U) << (bits - 1 - i);
  return result;
}

}  // namespace

PrefixBlocks::PrefixBlocks(const IpPrefix& space, int block_length, std::vector<IpPrefix> taken)
    : space_(space.network()),
      block_length_(block_length),
      chunk_bits_(std::clamp(block_length - space.length - least_block_bits, 0, most_chunk_bits)),
      taken_(std::move(taken)),
      owner_(chunk_count()),
      next_(chunk_count(), 0) {
  PARKTWIN_CHECK(space.length <= block_length && block_length <= 64, "blocks larger than their space, or smaller than a segment");
}

IpPrefix PrefixBlocks::block(std::uint64_t number) const {
  return {with_bits(space_.address, space_.length, block_length_ - space_.length, number), block_length_};
}

bool PrefixBlocks::in_use(const IpPrefix& block) const {
  return std::any_of(taken_.begin(), taken_.end(), [&block](const IpPrefix& other) { return overlap(block, other); });
}

void PrefixBlocks::claim(std::size_t area, const IpPrefix& used) {
  for (std::uint64_t chunk = 0; chunk < chunk_count(); ++chunk) {
    const IpPrefix whole{with_bits(space_.address, space_.length, chunk_bits_, chunk), space_.length + chunk_bits_};
    if (!owner_[chunk] && overlap(whole, used)) owner_[chunk] = area;
  }
}

std::optional<IpPrefix> PrefixBlocks::take_from(std::uint64_t chunk) {
  while (next_[chunk] < blocks_per_chunk()) {
    const IpPrefix candidate = block(chunk * blocks_per_chunk() + next_[chunk]++);
    if (in_use(candidate)) continue;
    ++given_;
    return candidate;
  }
  return std::nullopt;
}

/// The free chunk that shares the most leading bits with one of the area's; for a first chunk, the first free one in bit-reversed order.
std::optional<std::uint64_t> PrefixBlocks::new_chunk(std::size_t area) {
  const bool has_one = std::find(owner_.begin(), owner_.end(), std::optional(area)) != owner_.end();
  for (int level = 1; has_one && level <= chunk_bits_; ++level) {
    for (std::uint64_t chunk = 0; chunk < chunk_count(); ++chunk) {
      if (owner_[chunk]) continue;
      const std::uint64_t first = chunk >> level << level;
      for (std::uint64_t other = first; other < first + (std::uint64_t{1} << level); ++other) {
        if (owner_[other] == area) return chunk;
      }
    }
  }
  for (std::uint64_t k = 0; k < chunk_count(); ++k) {
    if (const std::uint64_t chunk = reversed(k, chunk_bits_); !owner_[chunk]) return chunk;
  }
  return std::nullopt;
}

std::optional<IpPrefix> PrefixBlocks::take(std::size_t area) {
  for (std::uint64_t chunk = 0; chunk < chunk_count(); ++chunk) {
    if (owner_[chunk] != area) continue;
    if (auto found = take_from(chunk)) return found;
  }
  while (const auto chunk = new_chunk(area)) {
    owner_[*chunk] = area;
    if (auto found = take_from(*chunk)) return found;
  }
  for (std::uint64_t chunk = 0; chunk < chunk_count(); ++chunk) {
    if (auto found = take_from(chunk)) return found;
  }
  return std::nullopt;
}

std::uint64_t PrefixBlocks::free_blocks() const {
  constexpr std::uint64_t most_counted = 4096;
  const std::uint64_t all = std::uint64_t{1} << (block_length_ - space_.length);
  std::uint64_t free = 0;
  if (all <= most_counted) {
    for (std::uint64_t chunk = 0; chunk < chunk_count(); ++chunk) {
      for (std::uint64_t i = next_[chunk]; i < blocks_per_chunk(); ++i) free += in_use(block(chunk * blocks_per_chunk() + i)) ? 0 : 1;
    }
    return free;
  }
  std::uint64_t used = given_;  // each prefix in use takes the blocks it holds, or one; where several share a block it counts several times
  for (const IpPrefix& other : taken_) used += std::uint64_t{1} << std::max(0, block_length_ - std::max(other.length, space_.length));
  return all - std::min(all, used);
}

std::vector<IpPrefix> PrefixBlocks::routes(std::size_t area) const {
  std::vector<IpPrefix> found;
  if (chunk_bits_ == 0) return found;
  for (std::uint64_t chunk = 0; chunk < chunk_count();) {
    int level = 0;  // of the largest aligned group that begins here and is the area's alone
    const auto all_own = [&](int wanted) {
      const std::uint64_t size = std::uint64_t{1} << wanted;
      if (chunk % size != 0 || chunk + size > chunk_count()) return false;
      for (std::uint64_t i = chunk; i < chunk + size; ++i) {
        if (owner_[i] != area) return false;
      }
      return true;
    };
    if (!all_own(0)) {
      ++chunk;
      continue;
    }
    while (level < chunk_bits_ && all_own(level + 1)) ++level;
    found.push_back({with_bits(space_.address, space_.length, chunk_bits_, chunk), space_.length + chunk_bits_ - level});
    chunk += std::uint64_t{1} << level;
  }
  return found;
}

}  // namespace parktwin::wired::ipv6
