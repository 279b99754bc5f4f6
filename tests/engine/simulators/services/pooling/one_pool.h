#pragma once
// A pool of equal enterprises for tests, without warm-up.
#include "engine/simulators/services/pooling/demand.h"

namespace parktwin::services::pooling {

inline Pool one_pool(const SharedResource& resource, std::size_t enterprises, double requests_per_h, double end_h) {
  Pool pool;
  pool.resource = &resource;
  pool.requests_per_h.assign(enterprises, requests_per_h);
  pool.end_h = end_h;
  pool.stream = 100;
  return pool;
}

}  // namespace parktwin::services::pooling
