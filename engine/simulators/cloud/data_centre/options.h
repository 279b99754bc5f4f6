#pragma once
// What a data centre is assumed to carry and how it is cooled. All are assumptions (docs/cloud.md).
#include <cstdint>

#include "engine/core/describe.h"
#include "engine/core/units.h"

namespace parktwin::cloud::data_centre {

struct Options {
  double hosted_share = 0.3;
  double public_share = 0.8;
  double virtual_cores_per_employee = 0.5;
  double memory_per_virtual_core_gb = 4.0;
  double storage_per_employee_gb = 60.0;
  double egress_per_employee_kbps = 20.0;
  double growth_per_year = 0.1;
  double busy_utilisation = 0.5;
  double night_share = 0.5;
  double cold_water_c = 18.0;
  double approach_k = 15.0;
  double fixed_loss_share = 0.25;
  double fan_share = 0.2;
};

template <class Visitor, DescribedAs<Options> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"hosted_share", "1", "part of the public-cloud workloads of the park's enterprises that its data centres carry", 0, 1},
        options.hosted_share);
  visit(Field{"public_share", "1", "part of the enterprises still to come that choose a public or hybrid cloud", 0, 1},
        options.public_share);
  visit(Field{"virtual_cores_per_employee", "", "of an enterprise at the deepest level of cloud use; a quarter of it per level", 0, 100},
        options.virtual_cores_per_employee);
  visit(Field{"memory_per_virtual_core_gb", "GB", "memory sold with each virtual core", 0, 1024}, options.memory_per_virtual_core_gb);
  visit(Field{"storage_per_employee_gb", "GB", "at the deepest level; a quarter of it per level", 0, 1e6}, options.storage_per_employee_gb);
  visit(Field{"egress_per_employee_kbps", "kbit/s", "traffic out in the busy hour at the deepest level; a quarter of it per level", 0, 1e6},
        options.egress_per_employee_kbps);
  visit(Field{"growth_per_year", "1", "growth of every enterprise's workloads", -0.5, 2}, options.growth_per_year);
  visit(Field{"busy_utilisation", "1", "mean use of sold virtual cores from 8 to 20 o'clock", 0, 1}, options.busy_utilisation);
  visit(Field{"night_share", "1", "use at other hours over that", 0, 1}, options.night_share);
  visit(Field{"cold_water_c", "degC", "temperature of the cooling water that servers need", 5, 30}, options.cold_water_c);
  visit(Field{"approach_k", "K", "heat is given off this much above outdoors", 1, 30}, options.approach_k);
  visit(Field{"fixed_loss_share", "1", "part of the design's overhead that is electrical losses, whatever the load", 0, 1},
        options.fixed_loss_share);
  visit(Field{"fan_share", "1", "least cooling power, of fans and pumps, over that at 35 degrees outdoors", 0, 1}, options.fan_share);
}

}  // namespace parktwin::cloud::data_centre
