#pragma once
// Whole numbers as bytes that compress well: differences from one to the next, lowest bytes of all first, then the next higher ones; and
// the compression itself (zlib streams, RFC 1950), which every browser can undo by itself (DecompressionStream).
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parktwin::viz::twin {

/// Each value minus the one before, modulo 2^32; the first minus zero.
[[nodiscard]] std::vector<std::uint32_t> differences(std::span<const std::uint32_t> values);

/// Appends the lowest `planes` bytes of every value. Differences of values below 256^planes come back whole when summed modulo that.
void add_planes(std::string& bytes, std::span<const std::uint32_t> values, int planes);

[[nodiscard]] std::string deflated(std::string_view bytes);

}  // namespace parktwin::viz::twin
