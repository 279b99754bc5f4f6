#include "engine/park/park.h"

namespace parktwin {

ContentHash content_hash_of(const Park& park) { return content_hash(park); }

}  // namespace parktwin
