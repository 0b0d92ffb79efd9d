"""Write files so that a build is whole or not there."""
