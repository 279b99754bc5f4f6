#pragma once
// An alarm as a platform would raise it: what, where, from which step to which, how far.
#include <array>
#include <cstdint>
#include <string>

#include "engine/core/describe.h"

namespace parktwin::energy::alarms {

enum class Kind { consumption_high, consumption_low, meter_stuck, transformer_overload, voltage_low, voltage_high, emission_high };

constexpr auto names_of(Kind) {
  return std::to_array<EnumName<Kind>>({{Kind::consumption_high, "consumption_high"},
                                        {Kind::consumption_low, "consumption_low"},
                                        {Kind::meter_stuck, "meter_stuck"},
                                        {Kind::transformer_overload, "transformer_overload"},
                                        {Kind::voltage_low, "voltage_low"},
                                        {Kind::voltage_high, "voltage_high"},
                                        {Kind::emission_high, "emission_high"}});
}

struct Alarm {
  Kind kind = Kind::consumption_high;
  std::string place;
  std::int64_t first_step = 0;
  std::int64_t last_step = 0;
  double extreme = 0.0;   ///< value farthest beyond, in the unit of the series
  double expected = 0.0;  ///< limit, or what was expected in that step
};

template <class Visitor, DescribedAs<Alarm> Self>
void describe(Visitor&& visit, Self& alarm) {
  visit(Field{"kind", "", "what is wrong"}, alarm.kind);
  visit(Field{"place", "", "meter, transformer, bus or emitter"}, alarm.place);
  visit(Field{"first_step", "", "first step of it"}, alarm.first_step);
  visit(Field{"last_step", "", "last step of it"}, alarm.last_step);
  visit(Field{"extreme", "", "value farthest beyond, in the unit of the series"}, alarm.extreme);
  visit(Field{"expected", "", "limit, or the expected value in that step"}, alarm.expected);
}

}  // namespace parktwin::energy::alarms
