#pragma once
// Pattern of n equal elements in a line, fed with equal amplitudes and a steady phase step: attenuation below their coherent sum,
// −20 lg |sin(nψ/2) / (n sin(ψ/2))| (Balanis, Antenna Theory, 4th ed., equation 6-10c), with ψ the phase between neighbours in the
// direction. Nulls are filled down to a cap.
#include <cstdint>

namespace parktwin::radio {

/// phase in radians, any number of turns. Within 0 and cap_db.
[[nodiscard]] double array_attenuation_db(std::int32_t elements, double phase, double cap_db);

}  // namespace parktwin::radio
