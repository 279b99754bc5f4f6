#include "viz/osg/window/events.h"

#include <cctype>

namespace parktwin::viz::window {
namespace {

using Adapter = osgGA::GUIEventAdapter;

PixelPoint place_of(const Adapter& event, const Desk& desk) {
  const bool downwards = event.getMouseYOrientation() == Adapter::Y_INCREASING_DOWNWARDS;
  const double y = static_cast<double>(event.getY());
  return {static_cast<double>(event.getX()) + 0.5, downwards ? desk.height() - y - 0.5 : y + 0.5};
}

int button_of(const Adapter& event) {
  return event.getButton() == Adapter::LEFT_MOUSE_BUTTON ? 1 : event.getButton() == Adapter::MIDDLE_MOUSE_BUTTON ? 2 : 3;
}

int key_of(const Adapter& event) {
  const int key = event.getUnmodifiedKey() > 0 ? event.getUnmodifiedKey() : event.getKey();
  switch (key) {
    case Adapter::KEY_Left:
      return key::left;
    case Adapter::KEY_Right:
      return key::right;
    case Adapter::KEY_Up:
      return key::up;
    case Adapter::KEY_Down:
      return key::down;
    case Adapter::KEY_Home:
      return key::home;
    case Adapter::KEY_Escape:
      return key::escape;
    case Adapter::KEY_Page_Up:
      return key::page_up;
    case Adapter::KEY_Page_Down:
      return key::page_down;
    case Adapter::KEY_F12:
      return key::f12;
    default:
      return key > 0 && key < 0x80 ? std::tolower(key) : 0;
  }
}

void pass_on_key(const Adapter& event, Desk& desk) {
  const auto mask = static_cast<unsigned>(event.getModKeyMask());
  const int key = key_of(event);
  if (key == 0) return;
  if (event.getEventType() == Adapter::KEYUP) return desk.key_up(key);
  desk.key_down({key, (mask & Adapter::MODKEY_SHIFT) != 0, (mask & Adapter::MODKEY_CTRL) != 0});
}

void pass_on_one(const Adapter& event, Desk& desk) {
  switch (event.getEventType()) {
    case Adapter::PUSH:
    case Adapter::DOUBLECLICK:
      return desk.press(place_of(event, desk), button_of(event));
    case Adapter::DRAG:
      return desk.drag(place_of(event, desk));
    case Adapter::RELEASE:
      return desk.release(place_of(event, desk), button_of(event));
    case Adapter::SCROLL:
      if (event.getScrollingMotion() == Adapter::SCROLL_UP) return desk.wheel(place_of(event, desk), 1.0);
      if (event.getScrollingMotion() == Adapter::SCROLL_DOWN) return desk.wheel(place_of(event, desk), -1.0);
      return;
    case Adapter::KEYDOWN:
    case Adapter::KEYUP:
      return pass_on_key(event, desk);
    case Adapter::RESIZE:
      return desk.resize(event.getWindowWidth(), event.getWindowHeight());
    case Adapter::CLOSE_WINDOW:
    case Adapter::QUIT_APPLICATION:
      return desk.run(Command::quit);
    default:
      return;
  }
}

bool is_drag(const osgGA::Event& event) {
  const Adapter* adapter = event.asGUIEventAdapter();
  return adapter != nullptr && adapter->getEventType() == Adapter::DRAG;
}

}  // namespace

void pass_on(const osgGA::EventQueue::Events& events, Desk& desk) {
  for (auto at = events.begin(); at != events.end(); ++at) {
    const Adapter* event = (*at)->asGUIEventAdapter();
    if (event == nullptr) continue;
    const auto next = std::next(at);
    if (is_drag(*event) && next != events.end() && is_drag(**next)) continue;
    pass_on_one(*event, desk);
  }
}

}  // namespace parktwin::viz::window
