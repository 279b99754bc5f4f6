#pragma once
// How much of an output's variance each factor explains, from the values at the points of saltelli(). Estimators: first order of Saltelli
// et al. (Comput. Phys. Commun. 181, 2010, table 2 (b)), total of Jansen (Comput. Phys. Commun. 117, 1999). And the tornado: what one
// factor alone moves between its least and greatest value.
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/core/describe.h"

namespace parktwin::sweep {

struct Indices {
  std::string factor;
  double first_order = 0.0;  ///< share of the variance by this factor alone
  double total = 0.0;        ///< with all its interactions
};

template <class Visitor, DescribedAs<Indices> Self>
void describe(Visitor&& visit, Self& indices) {
  visit(Field{"factor", "", "name of the factor"}, indices.factor);
  visit(Field{"first_order", "1", "share of the variance by this factor alone"}, indices.first_order);
  visit(Field{"total", "1", "share of the variance with all its interactions"}, indices.total);
}

/// Base points with a value that is not finite are left out as a whole. Empty when fewer than two are left or nothing varies.
/// Precondition: values of whole base points, in the order of saltelli().
[[nodiscard]] std::vector<Indices> sensitivity(std::span<const double> values, const std::vector<std::string>& factors);

struct Swing {
  std::string factor;
  double at_least = 0.0;     ///< output with the factor at its least value, the others as they are
  double at_greatest = 0.0;  ///< output with the factor at its greatest value
};

template <class Visitor, DescribedAs<Swing> Self>
void describe(Visitor&& visit, Self& swing) {
  visit(Field{"factor", "", "name of the factor"}, swing.factor);
  visit(Field{"at_least", "", "output with the factor at its least value"}, swing.at_least);
  visit(Field{"at_greatest", "", "output with the factor at its greatest value"}, swing.at_greatest);
}

/// `values`: of each factor at its least and its greatest value, one after the other. The widest swing first; factors with a value that is
/// not finite are left out.
[[nodiscard]] std::vector<Swing> tornado(std::span<const double> values, const std::vector<std::string>& factors);

}  // namespace parktwin::sweep
