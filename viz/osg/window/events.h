#pragma once
// The window system's events as the desk's.
#include <osgGA/EventQueue>

#include "viz/window/desk.h"

namespace parktwin::viz::window {

/// In their order. Of pointer movements behind each other only the last counts: a slow frame must not be followed by old ones.
void pass_on(const osgGA::EventQueue::Events& events, Desk& desk);

}  // namespace parktwin::viz::window
