"""What schemathesis, which loads this, must be told of our bodies: a WAV is bytes."""

import schemathesis

schemathesis.serializer.alias("audio/wav", "application/octet-stream")
