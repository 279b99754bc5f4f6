#pragma once
// One entry for each parser of our own: what the fuzzer hands it, and what has to hold whatever it gets: it reads, or it says why not, with
// a file and a sentence. Anything else (another exception, a fault nobody named) ends the run as a finding.
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace parktwin::fuzz {

/// At any time an input may keep `fixed_bytes` and `bytes_per_byte` times its size in memory. The fixed part holds for an empty file.
struct Bound {
  std::size_t fixed_bytes;
  std::size_t bytes_per_byte;
};

inline constexpr std::size_t mebibyte = std::size_t{1} << 20U;
inline constexpr Bound plain{1 * mebibyte, 64};               ///< parsers that build nothing but their records
inline constexpr Bound with_library{8 * mebibyte, 256};       ///< nodes of yaml-cpp for every second byte, buffers of GDAL, a year of hours
inline constexpr Bound with_projections{20 * mebibyte, 256};  ///< and what PROJ keeps once it has opened its database

struct Target {
  std::string_view name;
  void (*run)(const std::string& input);
  Bound bound;
};

[[nodiscard]] std::span<const Target> targets_of_texts();
[[nodiscard]] std::span<const Target> targets_of_files();
[[nodiscard]] std::span<const Target> targets_of_runs();

}  // namespace parktwin::fuzz
