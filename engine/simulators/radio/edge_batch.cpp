#include "engine/simulators/radio/edge_batch.h"

#include "engine/core/vector_clones.h"

namespace parktwin::radio {
namespace {

struct Codes {
  std::uint16_t *first, *second, *third;
  std::uint8_t* spreading;
  std::int16_t* departure;
};

inline std::int32_t coded(float parameter) {
  const float code = (parameter + 1.0F) * 256.0F + 0.5F;
  const float bounded = code < 32767.0F ? code : 32767.0F;
  return static_cast<std::int32_t>(bounded);
}

// All bits or none.
inline std::int32_t mask(bool condition) { return -static_cast<std::int32_t>(condition); }

PARKTWIN_VECTOR_CLONES
void compute_codes(std::size_t count, const EdgeBatch::Legs& legs, const Codes& codes, std::int32_t* __restrict last) {
  const float* __restrict const way1 = legs.way1;
  const float* __restrict const way2 = legs.way2;
  const float* __restrict const rise1 = legs.rise1;
  const float* __restrict const rise2 = legs.rise2;
  for (std::size_t i = 0; i < count; ++i) last[i] = coded(bend_parameter(way1[i], way2[i], rise1[i], rise2[i]));
  const float* __restrict const greater = legs.greater;
  const float* __restrict const other = legs.other;
  std::uint16_t* __restrict const first = codes.first;
  std::uint16_t* __restrict const second = codes.second;
  std::uint16_t* __restrict const third = codes.third;
  for (std::size_t i = 0; i < count; ++i) {
    const std::int32_t has_one = mask(greater[i] >= 0.0F);
    const std::int32_t has_two = mask(other[i] >= 0.0F);
    const std::int32_t one = coded(greater[i]);
    const std::int32_t two = coded(other[i]);
    first[i] = static_cast<std::uint16_t>((one & has_one) | (last[i] & ~has_one) | hidden_bit);
    second[i] = static_cast<std::uint16_t>((two & has_two) | (last[i] & has_one & ~has_two));
    third[i] = static_cast<std::uint16_t>(last[i] & has_two);
  }
  const float* __restrict const before = legs.before;
  const float* __restrict const ratio = legs.ratio;
  std::uint8_t* __restrict const spreading = codes.spreading;
  for (std::size_t i = 0; i < count; ++i) {
    const float pair = ratio[i] * spreading_factor(before[i], way1[i], way2[i]);
    const float code = 10.0F / spreading_step_db * fast_log10(pair) + 0.5F;
    const float positive = code > 0.0F ? code : 0.0F;
    const float bounded = positive < 255.0F ? positive : 255.0F;
    spreading[i] = static_cast<std::uint8_t>(static_cast<std::int32_t>(bounded) & mask(greater[i] >= 0.0F));
  }
  const float* __restrict const slope = legs.departure_slope;
  std::int16_t* __restrict const departure = codes.departure;
  for (std::size_t i = 0; i < count; ++i) {
    const float code = slope[i] * (1.0F / departure_step);
    const float bounded = code < 32767.0F ? (code > -32767.0F ? code : -32767.0F) : 32767.0F;
    departure[i] = static_cast<std::int16_t>(static_cast<std::int32_t>(bounded + (bounded < 0.0F ? -0.5F : 0.5F)));
  }
}

}  // namespace

void EdgeBatch::compute(std::size_t count) {
  compute_codes(count, legs(), {first.data(), second.data(), third.data(), spreading.data(), departure.data()}, last_.data());
}

}  // namespace parktwin::radio
