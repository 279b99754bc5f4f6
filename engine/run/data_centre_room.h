#pragma once
// What today's workloads of enterprises leave of the park's data centres, and what scenarios take of it one after the other.
#include <map>

#include "engine/park/park.h"
#include "engine/simulators/cloud/data_centre/data_centre.h"

namespace parktwin {

struct Room {
  double virtual_cores = 0.0;
  double storage_tb = 0.0;
};

class DataCentreRoom {
 public:
  /// Capacity less today's demand, both in the busy hour; nothing in one out of operation.
  explicit DataCentreRoom(const cloud::data_centre::Result& centres);

  [[nodiscard]] Room left_in(Id<DataCentre> centre) const;
  /// Precondition: it is left.
  void take(Id<DataCentre> centre, const Room& room);

 private:
  std::map<Id<DataCentre>, Room> left_;
};

/// How much of the need there is, at most 1: of virtual cores and storage the scarcer.
[[nodiscard]] double found_share(const Room& left, const Room& needed);

}  // namespace parktwin
