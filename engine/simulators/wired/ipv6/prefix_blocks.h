#pragma once
// Blocks of one size cut from a prefix, so that those of one area lie together and summarise into few routes. The prefix is cut into at
// most 64 chunks; an area takes its blocks from chunks of its own, its first chunk far from the others (the flexible assignment of RFC
// 3531, leftmost bits), further ones as its neighbours. Each answer depends on earlier ones alone: whoever comes later moves nobody. When
// no chunk is left, a block comes from any chunk with room.
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/park/ip_address.h"

namespace parktwin::wired::ipv6 {

class PrefixBlocks {
 public:
  /// Precondition: space.length <= block_length <= 64. `taken`: prefixes already in use, which no block may overlap.
  PrefixBlocks(const IpPrefix& space, int block_length, std::vector<IpPrefix> taken);

  /// The chunks a prefix in use touches, as far as nobody has them, go to the area.
  void claim(std::size_t area, const IpPrefix& used);
  /// A block for the area; empty when the space is used up.
  [[nodiscard]] std::optional<IpPrefix> take(std::size_t area);
  /// Blocks that overlap nothing in use, all areas together; of more than 4,096 a number that is never too large.
  [[nodiscard]] std::uint64_t free_blocks() const;
  /// What holds all chunks of an area and no others, as few prefixes as possible; nothing where the space has one chunk alone.
  [[nodiscard]] std::vector<IpPrefix> routes(std::size_t area) const;

 private:
  [[nodiscard]] std::uint64_t chunk_count() const { return std::uint64_t{1} << chunk_bits_; }
  [[nodiscard]] std::uint64_t blocks_per_chunk() const { return std::uint64_t{1} << (block_length_ - space_.length - chunk_bits_); }
  [[nodiscard]] IpPrefix block(std::uint64_t number) const;
  [[nodiscard]] std::optional<IpPrefix> take_from(std::uint64_t chunk);
  [[nodiscard]] std::optional<std::uint64_t> new_chunk(std::size_t area);
  [[nodiscard]] bool in_use(const IpPrefix& block) const;

  IpPrefix space_;
  int block_length_;
  int chunk_bits_;
  std::vector<IpPrefix> taken_;
  std::vector<std::optional<std::size_t>> owner_;  ///< area of each chunk
  std::vector<std::uint64_t> next_;                ///< first block of each chunk that was not looked at yet
  std::uint64_t given_ = 0;
};

}  // namespace parktwin::wired::ipv6
