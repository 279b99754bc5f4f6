#pragma once
// A phase of a plan: the changes that are made in one year. What a scenario changes outside its phases stands before the first of them.
#include <cstdint>
#include <string>

#include "engine/core/describe.h"
#include "engine/scenario/cost_options.h"

namespace parktwin {

struct Phase {
  std::int32_t year = 0;
  std::string name;
  std::string name_zh;
};

template <class Visitor, DescribedAs<Phase> Self>
void describe(Visitor&& visit, Self& phase) {
  visit(Field{.name = "year",
              .unit = "",
              .meaning = "year in which it is built",
              .minimum = first_year,
              .maximum = last_year,
              .required = true},
        phase.year);
  visit(Field{"name", "", "name in English"}, phase.name);
  visit(Field{"name_zh", "", "name in Chinese"}, phase.name_zh);
}

}  // namespace parktwin
