#pragma once
// Gate schedules of all scheduled streams: those that share ports, directly or through others, are scheduled together and get one cycle.
#include <cstddef>
#include <string>
#include <vector>

#include "engine/simulators/wired/tsn/members.h"
#include "engine/simulators/wired/tsn/schedule/schedule.h"
#include "engine/simulators/wired/tsn/tsn.h"

namespace parktwin::wired::tsn {

/// Streams that were scheduled together.
struct Group {
  std::vector<std::size_t> members;  ///< with a place in the schedule, by position among all members
  std::vector<Stream> streams;       ///< theirs, in the same order
  schedule::Schedule schedule;       ///< of these
  std::vector<schedule::GateControlList> gates;
  ScheduleFigures figures;
};

struct Timetable {
  std::vector<Group> groups;
  std::vector<std::string> unplaced;  ///< per member: why it has no place; empty when it has one or needs none
};

[[nodiscard]] Timetable timetable_of(const Park& park, const Ethernet& ethernet, const Members& members, const Options& options);

}  // namespace parktwin::wired::tsn
