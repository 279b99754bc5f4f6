#include "engine/core/random.h"

#include <Random123/philox.h>

#include <array>
#include <cmath>
#include <numbers>

#include "engine/core/check.h"

namespace parktwin {
namespace {

std::array<std::uint64_t, 2> bits(std::uint64_t seed, std::uint32_t stream, std::uint32_t entity, std::uint32_t draw) {
  const r123::Philox4x32::ctr_type counter = {{draw, entity, stream, 0}};
  const r123::Philox4x32::key_type key = {{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U)}};
  const auto words = r123::Philox4x32()(counter, key);
  return {(std::uint64_t{words[1]} << 32U) | words[0], (std::uint64_t{words[3]} << 32U) | words[2]};
}

double unit_interval(std::uint64_t word) { return static_cast<double>(word >> 11U) * 0x1.0p-53; }

}  // namespace

double RandomSequence::uniform(std::uint32_t draw) const { return unit_interval(bits(seed_, stream_, entity_, draw)[0]); }

std::uint32_t RandomSequence::below(std::uint32_t draw, std::uint32_t count) const {
  PARKTWIN_CHECK(count > 0, "a choice among nothing");
  return static_cast<std::uint32_t>(uniform(draw) * count);
}

double RandomSequence::normal(std::uint32_t draw) const {
  const auto words = bits(seed_, stream_, entity_, draw);
  const double radius = std::sqrt(-2.0 * std::log(1.0 - unit_interval(words[0])));
  return radius * std::cos(2.0 * std::numbers::pi * unit_interval(words[1]));
}

}  // namespace parktwin
