-- When the daily management meeting is held, Europe/London; NULL area is the whole force. Dated data.
CREATE TABLE meeting_schedule (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    area_id BIGINT NULL,
    local_time TIME NOT NULL,
    weekdays VARCHAR(40) NOT NULL,
    valid_from DATETIME(6) NOT NULL,
    valid_to DATETIME(6) NULL,
    CONSTRAINT meeting_schedule_area FOREIGN KEY (area_id) REFERENCES area (id)
);
INSERT INTO meeting_schedule (area_id, local_time, weekdays, valid_from)
VALUES (NULL, '08:30:00', 'MON,TUE,WED,THU,FRI,SAT,SUN', '2026-01-01 00:00:00');
