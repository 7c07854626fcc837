// Bridge for an Arduino on its USB cable, with an L298N or a similar driver. NOT TRIED ON HARDWARE.
// serial_bridge.py runs on the computer at the other end of the cable. Each motor has two direction pins
// and a speed pin; an ultrasonic sensor on TRIGGER and ECHO. The motors stop when no line has come for
// LEASE_MS, also when the cable is pulled and the batteries go on.

const int LEFT[3] = {7, 8, 5}, RIGHT[3] = {9, 10, 6};  // forward, backward, speed (a pin with PWM)
const int TRIGGER = 11, ECHO = 12, LIMIT = 80;
const unsigned long LEASE_MS = 500, REPORT_MS = 100;
unsigned long renewed = 0, reported = 0;
long number = 0;
char line[40];
byte used = 0;

void motor(const int pins[3], int percent) {
  percent = constrain(percent, -LIMIT, LIMIT);
  digitalWrite(pins[0], percent > 0);
  digitalWrite(pins[1], percent < 0);
  analogWrite(pins[2], abs(percent) * 255L / 100);
}

void drive(int left, int right) { motor(LEFT, left); motor(RIGHT, right); }

void obey() {
  long n; int left, right;
  if (sscanf(line, "m %ld %d %d", &n, &left, &right) == 3) { number = n; drive(left, right); }
  else if (line[0] != 'b') drive(0, 0);  // s, and whatever cannot be read
}

void report() {
  digitalWrite(TRIGGER, HIGH); delayMicroseconds(10); digitalWrite(TRIGGER, LOW);
  long us = pulseIn(ECHO, HIGH, 12000);
  Serial.print("r "); Serial.print(number); Serial.print(" ");
  if (us > 0) Serial.println(us / 58.0, 1); else Serial.println("-");
}

void setup() {
  for (int i = 0; i < 3; i++) { pinMode(LEFT[i], OUTPUT); pinMode(RIGHT[i], OUTPUT); }
  pinMode(TRIGGER, OUTPUT); pinMode(ECHO, INPUT);
  drive(0, 0);
  Serial.begin(115200);
}

void loop() {
  while (Serial.available()) {
    char c = Serial.read();
    if (c == '\n') { line[used] = 0; used = 0; renewed = millis(); reported = 0; obey(); }
    else if (used < sizeof(line) - 1) line[used++] = c;
  }
  if (millis() - renewed > LEASE_MS) drive(0, 0);
  if (millis() - reported > REPORT_MS) { reported = millis(); report(); }
}
